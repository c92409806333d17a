/** What is shown while there is no case to show. */

import { Button } from "@zendeskgarden/react-buttons";
import { Skeleton, Spinner } from "@zendeskgarden/react-loaders";
import { Alert } from "@zendeskgarden/react-notifications";
import styled from "styled-components";
import { color, Row, Small, Stack, Strong } from "./look";
import { useSpoken } from "../words/spoken";

const Block = styled.div`
  border-radius: 6px;
  background: ${color("background.subtle")};
  padding: 12px;
`;

export function Outline() {
  return (
    <Stack $gap={20} aria-hidden="true">
      <Block>
        <Skeleton width="40%" height="12px" />
        <Skeleton width="95%" height="16px" />
        <Skeleton width="70%" height="16px" />
      </Block>
      {[0, 1].map((block) => (
        <Stack key={block} $gap={4}>
          <Skeleton width="25%" height="12px" />
          <Skeleton width="60%" />
          <Skeleton width="80%" />
        </Stack>
      ))}
    </Stack>
  );
}

export function Reading({ slow }: { slow: boolean }) {
  const { words } = useSpoken();
  return (
    <Stack $gap={16}>
      <Row $align="start" $gap={10}>
        <Waiting aria-hidden="true">
          <Spinner size="20" />
        </Waiting>
        <Grow $gap={2}>
          <Strong>{words.reading.title}</Strong>
          <Small>{slow ? words.reading.slow : words.reading.text}</Small>
        </Grow>
      </Row>
      <Outline />
    </Stack>
  );
}

const Waiting = styled.span`
  line-height: 0;
  color: ${color("foreground.primary")};
`;

const Grow = styled(Stack)`
  flex: 1;
  min-width: 0;
`;

interface NoticeProps {
  type: "info" | "warning" | "error";
  title: string;
  text: string;
  retry?: () => void;
}

export function Notice({ type, title, text, retry }: NoticeProps) {
  const { words } = useSpoken();
  return (
    <Alert type={type}>
      <Alert.Title>{title}</Alert.Title>
      <Stack>
        {text && <p>{text}</p>}
        {retry && (
          <Row>
            <Button size="small" onClick={retry}>
              {words.retry}
            </Button>
          </Row>
        )}
      </Stack>
    </Alert>
  );
}
