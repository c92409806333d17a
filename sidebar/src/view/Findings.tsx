import { Anchor } from "@zendeskgarden/react-buttons";
import styled from "styled-components";
import type { Case, Money, RevenueImpact } from "../case";
import { named, useSpoken } from "../words/spoken";
import { Sentence } from "./Sentence";
import { Bullets, Mark, Quiet, Row, Section, Small, Stack, Strong, Subtle, type Tone, Unfold } from "./look";

const EFFECTS: [keyof Omit<RevenueImpact, "sentence">, Tone][] = [
  ["refund", "warn"],
  ["mrr_lost", "warn"],
  ["at_risk", "warn"],
  ["fee_lost", "calm"],
  ["mrr_gained", "good"],
];

export function Revenue({ impact }: { impact: RevenueImpact }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const effects = EFFECTS.flatMap(([name, tone]) =>
    impact[name].filter((money: Money) => money.amount !== 0).map((money) => ({ name, tone, text: spoken.money(money) })),
  );
  if (!impact.sentence && effects.length === 0) return null;
  return (
    <Section title={words.revenue.title}>
      {impact.sentence && (
        <p>
          <Sentence>{impact.sentence}</Sentence>
        </p>
      )}
      {effects.length > 0 && (
        <Row $gap={6}>
          {effects.map(({ name, tone, text }) => (
            <Mark key={`${name} ${text}`} $tone={tone}>{`${words.revenue[name]} ${text}`}</Mark>
          ))}
        </Row>
      )}
    </Section>
  );
}

export function Reasons({ shown }: { shown: Case }) {
  const { words } = useSpoken();
  const { verdict } = shown;
  const others = shown.findings.filter((finding) => finding.situation !== verdict.situation);
  if (verdict.reasons_for.length + verdict.reasons_against.length + others.length === 0) return null;
  const weighed = words.reasons.weighed(verdict.reasons_for.length, verdict.reasons_against.length);
  return (
    <Section title={words.reasons.title} aside={verdict.code ? <Quiet>{verdict.code}</Quiet> : undefined}>
      <Unfold>
        <summary>{weighed}</summary>
        <Opened>
          <Reason heading={words.reasons.for} reasons={verdict.reasons_for} />
          <Reason heading={words.reasons.against} reasons={verdict.reasons_against} />
          <Reason heading={words.reasons.also} reasons={others.map((finding) => finding.sentence)} />
        </Opened>
      </Unfold>
    </Section>
  );
}

const Opened = styled(Stack)`
  margin-top: 8px;
`;

function Reason({ heading, reasons }: { heading: string; reasons: string[] }) {
  if (reasons.length === 0) return null;
  return (
    <Stack $gap={4}>
      <Small as="h3">
        <Strong>{heading}</Strong>
      </Small>
      <Bullets>
        {reasons.map((reason) => (
          <li key={reason}>
            <Sentence>{reason}</Sentence>
          </li>
        ))}
      </Bullets>
    </Stack>
  );
}

export function Gaps({ shown }: { shown: Case }) {
  const { words } = useSpoken();
  if (shown.gaps.length === 0) return null;
  return (
    <Section title={words.gap.title}>
      {shown.gaps.map((gap) => (
        <Stack key={gap.gap} $gap={2}>
          <Strong>{gap.title}</Strong>
          <Small>
            <Sentence>{gap.why}</Sentence>
          </Small>
          {gap.issue && isWebAddress(gap.issue.url) ? (
            <Row>
              <Anchor
                href={gap.issue.url}
                target="_blank"
                rel="noopener noreferrer"
                isExternal
                externalIconLabel={words.gap.opensNewTab}
              >
                {words.gap.issue(gap.issue.number)}
              </Anchor>
              <Mark $tone={gap.issue.state === "open" ? "good" : "calm"}>{named(words.gap.states, gap.issue.state)}</Mark>
            </Row>
          ) : (
            <Subtle>{words.gap.filedSoon}</Subtle>
          )}
        </Stack>
      ))}
    </Section>
  );
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

export function CouldNotRead({ shown }: { shown: Case }) {
  const { words } = useSpoken();
  const { unread, truncated } = shown.billing;
  if (unread.length + truncated.length + shown.lost_detectors.length === 0) return null;
  return (
    <Section title={words.unread.title}>
      <Bullets>
        {unread.map((part) => (
          <li key={part.what}>
            <Strong>{named({}, part.what)}</Strong>
            <Small>{part.why}</Small>
            {part.permission && <Subtle>{words.unread.permission(part.permission)}</Subtle>}
          </li>
        ))}
        {truncated.map((what) => (
          <li key={what}>{words.unread.truncated(named({}, what))}</li>
        ))}
        {shown.lost_detectors.map((rule) => (
          <li key={rule.situation}>
            {words.unread.lost(named({}, rule.situation))}
            <Subtle>{rule.why}</Subtle>
          </li>
        ))}
      </Bullets>
    </Section>
  );
}
