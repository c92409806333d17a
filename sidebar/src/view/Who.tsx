import { Button } from "@zendeskgarden/react-buttons";
import type { Candidate, Case, MatchConfidence } from "../case";
import { named, useSpoken } from "../words/spoken";
import { Sentence } from "./Sentence";
import { Bullets, Card, Caution, Id, Mark, Row, Section, Small, Stack, Strong, Subtle, type Tone } from "./look";

const TONES: Record<MatchConfidence, Tone> = { strong: "good", weak: "warn", ambiguous: "warn", none: "calm" };

interface Choosing {
  pin: (customerId: string) => void;
  unpin: () => void;
  busy: boolean;
}

export function Who({ shown, choosing }: { shown: Case; choosing: Choosing }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const { identity, billing } = shown;
  const customer = billing.customer;
  const known = customer !== null || identity.customer_id !== null;
  const choose = ["ambiguous", "none"].includes(identity.confidence) && identity.candidates.length > 0;
  const mark = <Mark $tone={TONES[identity.confidence]}>{named(words.matchConfidence, identity.confidence)}</Mark>;
  return (
    <Section title={choose ? words.who.several : words.who.title} aside={mark}>
      {identity.warnings.map((warning) => (
        <Caution key={warning}>
          <Sentence>{warning}</Sentence>
        </Caution>
      ))}
      {known && !choose && (
        <Stack $gap={2}>
          <Strong dir="auto">{customer?.name ?? words.who.nameless}</Strong>
          {customer?.email && <span dir="auto">{customer.email}</span>}
          {customer?.deleted && (
            <Row>
              <Mark $tone="bad">{words.who.deleted}</Mark>
            </Row>
          )}
          {!identity.pinned_by && (
            <Subtle>
              <Sentence>{identity.match_reason}</Sentence>
            </Subtle>
          )}
          {identity.also.length > 0 && <Subtle>{words.who.records(identity.also.length + 1)}</Subtle>}
          {customer?.credit && customer.credit.amount !== 0 && (
            <Small>{words.who.credit(spoken.money(customer.credit))}</Small>
          )}
          <Row>
            {customer?.since && <Subtle>{words.who.since(spoken.date(customer.since))}</Subtle>}
            <Id>{customer?.id ?? identity.customer_id}</Id>
          </Row>
        </Stack>
      )}
      {!known && !choose && (
        <Stack $gap={2}>
          <Strong>{identity.confidence === "none" ? words.who.none : words.who.unproven}</Strong>
          {identity.match_reason && (
            <Subtle>
              <Sentence>{identity.match_reason}</Sentence>
            </Subtle>
          )}
        </Stack>
      )}
      {choose && <Candidates candidates={identity.candidates} choosing={choosing} />}
      {identity.pinned_by && (
        <Row $spread>
          <Subtle>{words.who.pinned(identity.pinned_by.agent_name, spoken.dateAndTime(identity.pinned_by.at))}</Subtle>
          <Button size="small" isLink disabled={choosing.busy} onClick={choosing.unpin}>
            {words.who.unpin}
          </Button>
        </Row>
      )}
      {identity.ask_for.length > 0 && (
        <Stack $gap={4}>
          <Small>
            <Strong>{known ? words.who.wouldHelp : words.who.askFor}</Strong>
          </Small>
          <Bullets>
            {identity.ask_for.map((question) => (
              <li key={question}>
                <Sentence>{question}</Sentence>
              </li>
            ))}
          </Bullets>
        </Stack>
      )}
    </Section>
  );
}

function Candidates({ candidates, choosing }: { candidates: Candidate[]; choosing: Choosing }) {
  const spoken = useSpoken();
  const { words } = spoken;
  return (
    <Stack as="ul">
      {candidates.map((candidate) => {
        const name = candidate.name ?? words.who.nameless;
        return (
          <Card as="li" key={candidate.customer_id}>
            <Stack $gap={4}>
              <Stack $gap={0}>
                <Strong dir="auto">{name}</Strong>
                {candidate.email && <span dir="auto">{candidate.email}</span>}
              </Stack>
              {candidate.differs.length > 0 && (
                <Bullets>
                  {candidate.differs.map((difference) => (
                    <li key={difference}>
                      <Sentence>{difference}</Sentence>
                    </li>
                  ))}
                </Bullets>
              )}
              <Subtle>
                {[candidate.match_reason, candidate.created && words.who.created(spoken.date(candidate.created))]
                  .filter(Boolean)
                  .join(" · ")}
              </Subtle>
              <Row $spread>
                <Id>{candidate.customer_id}</Id>
                <Button
                  size="small"
                  disabled={choosing.busy}
                  aria-label={words.who.chooseLabel(`${name}, ${candidate.email ?? candidate.customer_id}`)}
                  onClick={() => choosing.pin(candidate.customer_id)}
                >
                  {words.who.choose}
                </Button>
              </Row>
            </Stack>
          </Card>
        );
      })}
    </Stack>
  );
}
