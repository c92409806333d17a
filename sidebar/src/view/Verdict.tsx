import styled from "styled-components";
import type { Case, VerdictConfidence } from "../case";
import { named, useSpoken } from "../words/spoken";
import type { LiveCase } from "../live_case";
import { Disagree } from "./Disagree";
import { Sentence } from "./Sentence";
import { Caution, color, Quiet, Row, Small, Stack, Strong } from "./look";

const BARS: Record<VerdictConfidence, number> = { high: 3, medium: 2, low: 1 };
const INK: Record<VerdictConfidence, string> = {
  high: "foreground.success",
  medium: "foreground.warning",
  low: "foreground.danger",
};
const EDGE: Record<VerdictConfidence, string> = {
  high: "border.successEmphasis",
  medium: "border.warningEmphasis",
  low: "border.dangerEmphasis",
};

const Answer = styled.section<{ $confidence: VerdictConfidence }>`
  border-inline-start: 4px solid ${({ $confidence, theme }) => color(EDGE[$confidence])({ theme })};
  border-radius: 6px;
  background: ${color("background.subtle")};
  padding: 12px;
`;

const Headline = styled.h2`
  font-size: 16px;
  line-height: 22px;
  font-weight: 600;
`;

const Bar = styled.span<{ $lit: boolean; $confidence: VerdictConfidence }>`
  width: 4px;
  border-radius: 1px;
  background: ${({ $lit, $confidence, theme }) => color($lit ? INK[$confidence] : "border.default")({ theme })};
  &:nth-child(1) { height: 6px; }
  &:nth-child(2) { height: 9px; }
  &:nth-child(3) { height: 12px; }
`;

const Bars = styled.span`
  display: inline-flex;
  align-items: flex-end;
  gap: 2px;
`;

/** The line beneath says who corrected it and when. */
function withoutName({ sentence, correction }: Case["verdict"]): string {
  const name = correction && !correction.agreed ? `Corrected by ${correction.agent_name}: ` : "";
  return sentence.startsWith(name) ? sentence.slice(name.length) : sentence;
}

export function Verdict({ shown, live, busy }: { shown: Case; live: LiveCase; busy: boolean }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const { verdict, billing, lost_detectors } = shown;
  const missing = [...billing.unread.map((part) => part.what), ...lost_detectors.map((rule) => rule.situation)];
  return (
    <Stack $gap={10}>
      <Answer $confidence={verdict.confidence} aria-label={words.answer}>
        <Stack $gap={6}>
          <Row $spread>
            <Small>
              <Strong>{named(words.buckets, verdict.bucket)}</Strong>
            </Small>
            <Row $gap={6}>
              <Bars aria-hidden="true">
                {[1, 2, 3].map((bar) => (
                  <Bar key={bar} $lit={bar <= BARS[verdict.confidence]} $confidence={verdict.confidence} />
                ))}
              </Bars>
              <Quiet>{named(words.verdictConfidence, verdict.confidence)}</Quiet>
            </Row>
          </Row>
          <Headline>
            <Sentence>{withoutName(verdict)}</Sentence>
          </Headline>
        </Stack>
      </Answer>
      <Disagree verdict={verdict} live={live} busy={busy} />
      {missing.length > 0 && (
        <Caution>{words.incomplete(spoken.list(missing.map((code) => named({}, code))))}</Caution>
      )}
    </Stack>
  );
}
