import { IconButton } from "@zendeskgarden/react-buttons";
import { useEffect, useState, useSyncExternalStore } from "react";
import styled from "styled-components";
import type { Problem } from "../api";
import type { LiveCase, Shown } from "../live_case";
import { type Spoken, useSpoken } from "../words/spoken";
import type { Desk } from "../zendesk";
import { Billing } from "./Billing";
import { CouldNotRead, Gaps, Reasons, Revenue } from "./Findings";
import { RefreshIcon } from "./icons";
import { withShortIds } from "./Sentence";
import { Caution, OnlyHeard, Quiet, Row, Stack } from "./look";
import { Plan } from "./Plan";
import { Notice, Outline, Reading } from "./States";
import { Verdict } from "./Verdict";
import { Who } from "./Who";
import { Handoff, Reply } from "./Writing";

export function Sidebar({ live, desk }: { live: LiveCase; desk: Desk }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const shown = useSyncExternalStore(live.subscribe, live.current);
  return (
    <>
      <OnlyHeard role="status">{heard(shown, spoken)}</OnlyHeard>
      {shown.phase === "opening" && <Outline />}
      {shown.phase === "reading" && <Reading slow={shown.slow} />}
      {shown.phase === "session_over" && (
        <Notice type="warning" title={words.sessionOver.title} text={words.sessionOver.text} />
      )}
      {shown.phase === "failed" && (
        <Notice
          type="error"
          title={sentenceOf(shown.problem, spoken)}
          text={shown.problem.hint}
          retry={() => live.read()}
        />
      )}
      {shown.phase === "ready" && <Ready shown={shown} live={live} desk={desk} />}
    </>
  );
}

function heard(shown: Shown, { words }: Spoken): string {
  switch (shown.phase) {
    case "opening":
      return words.opening;
    case "reading":
      return shown.slow ? words.reading.slow : words.reading.title;
    case "ready":
      return shown.busy ? words.freshness.refreshing : words.ready(withShortIds(shown.answer.case.verdict.sentence));
    default:
      return "";
  }
}

const sentenceOf = (problem: Problem, { words }: Spoken): string =>
  problem.sentence || (words.problems[problem.kind] ?? "");

function Ready({ shown, live, desk }: { shown: Extract<Shown, { phase: "ready" }>; live: LiveCase; desk: Desk }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const { answer, busy, problem } = shown;
  const found = answer.case;
  return (
    <>
      <Stack $gap={6}>
        <Freshness readAt={answer.read_at} busy={busy} refresh={() => live.refresh()} />
        {problem && (
          <Caution $tone="danger" role="alert">
            {[sentenceOf(problem, spoken), words.stillShowing].join(" ")}
          </Caution>
        )}
        <Verdict shown={found} live={live} busy={busy} />
      </Stack>
      <Who
        shown={found}
        choosing={{ pin: (customerId) => live.pin(customerId), unpin: () => live.unpin(), busy }}
      />
      <Plan shown={found} />
      <Revenue impact={found.revenue_impact} />
      <Reasons shown={found} />
      <Reply shown={found} desk={desk} />
      <Handoff
        shown={found}
        note={answer.note}
        readAt={answer.read_at}
        desk={desk}
        write={() => live.writeHandoff()}
      />
      <Gaps shown={found} />
      <Billing shown={found} />
      <CouldNotRead shown={found} />
    </>
  );
}

const Turning = styled(IconButton)<{ $turning: boolean }>`
  svg {
    animation: ${({ $turning }) => ($turning ? "turn 1s linear infinite" : "none")};
  }
  @keyframes turn {
    to {
      transform: rotate(360deg);
    }
  }
`;

function Freshness({ readAt, busy, refresh }: { readAt: string | null; busy: boolean; refresh: () => void }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const now = useNow(15_000);
  return (
    <Row $spread>
      <Quiet>{busy ? words.freshness.refreshing : readAt && spoken.freshness(readAt, now)}</Quiet>
      <Turning
        size="small"
        $turning={busy}
        disabled={busy}
        aria-label={words.freshness.refresh}
        title={words.freshness.refresh}
        onClick={refresh}
      >
        <RefreshIcon />
      </Turning>
    </Row>
  );
}

function useNow(everyMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
