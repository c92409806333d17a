import styled from "styled-components";
import type { Case, Step } from "../case";
import { named, type Spoken, useSpoken } from "../words/spoken";
import { BlockedIcon, DoneIcon } from "./icons";
import { Sentence } from "./Sentence";
import { Aside, Bullets, Card, color, Id, Mark, Quiet, Row, Section, SectionTitle, Small, Stack, Strong, Subtle, type Tone, Unfold } from "./look";

const TONES: Record<Step["state"], Tone> = { proposed: "info", blocked: "bad", done: "good", failed: "bad" };

const Facts = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 2px 8px;
  font-size: 12px;
  line-height: 16px;
  dt {
    color: ${color("foreground.subtle")};
  }
`;

const Number = styled.span`
  flex: none;
  width: 20px;
  height: 20px;
  border-radius: 50%;
  border: 1px solid ${color("border.default")};
  font-size: 11px;
  line-height: 18px;
  text-align: center;
  color: ${color("foreground.subtle")};
  svg {
    width: 12px;
    height: 12px;
    margin-top: 3px;
  }
`;

const NextCard = styled(Card)`
  border-color: ${color("border.emphasis")};
`;

const StepTitle = styled.h3`
  font-weight: 600;
`;

const Line = styled.span`
  flex: 1;
  min-width: 0;
`;

export function Plan({ shown }: { shown: Case }) {
  const { words } = useSpoken();
  const next = shown.plan.find((step) => step.state === "proposed") ?? shown.plan[0];
  const rest = shown.plan.filter((step) => step !== next);
  return (
    <Section title={words.plan.next}>
      {next ? <Next step={next} /> : <span>{words.plan.nothing}</span>}
      {shown.verify.length > 0 && (
        <Aside>
          <Stack $gap={4}>
            <Strong>{words.plan.verify}</Strong>
            <Bullets>
              {shown.verify.map((point) => (
                <li key={point}>
                  <Sentence>{point}</Sentence>
                </li>
              ))}
            </Bullets>
          </Stack>
        </Aside>
      )}
      {rest.length > 0 && (
        <Stack $gap={8}>
          <SectionTitle as="h3">{words.plan.then}</SectionTitle>
          <Stack as="ol" $gap={8}>
            {rest.map((step) => (
              <li key={`${step.kind} ${step.target ?? ""}`}>
                <Later step={step} position={shown.plan.indexOf(step) + 1} />
              </li>
            ))}
          </Stack>
        </Stack>
      )}
    </Section>
  );
}

function Next({ step }: { step: Step }) {
  const spoken = useSpoken();
  const amount = amountBeside(step, spoken);
  return (
    <NextCard>
      <Stack $gap={6}>
        <Row $spread $align="start">
          <Line>
            <StepTitle>
              <Sentence>{step.title}</Sentence>
            </StepTitle>
          </Line>
          {amount && <Strong>{amount}</Strong>}
          {step.state !== "proposed" && (
            <Mark $tone={TONES[step.state]}>{named(spoken.words.plan.states, step.state)}</Mark>
          )}
        </Row>
        <p>
          <Sentence>{step.why}</Sentence>
        </p>
        <Standing step={step} />
        <StepFacts step={step} />
      </Stack>
    </NextCard>
  );
}

function Later({ step, position }: { step: Step; position: number }) {
  const spoken = useSpoken();
  const amount = amountBeside(step, spoken);
  const { words } = spoken;
  return (
    <Unfold>
      <summary>
        <Number aria-hidden="true">
          {step.state === "done" ? <DoneIcon /> : step.state === "blocked" ? <BlockedIcon /> : position}
        </Number>
        <Line>
          <Sentence>{step.title}</Sentence>
          {amount && <Quiet> · {amount}</Quiet>}
        </Line>
        {step.state !== "proposed" && (
          <Mark $tone={TONES[step.state]}>{named(words.plan.states, step.state)}</Mark>
        )}
      </summary>
      <Folded $gap={4}>
        <Small>
          <Sentence>{step.why}</Sentence>
        </Small>
        <Standing step={step} />
        <StepFacts step={step} />
      </Folded>
    </Unfold>
  );
}

const Folded = styled(Stack)`
  margin: 6px 0 2px;
  padding-inline-start: 17px;
`;

/** The amount, unless the title already says it. */
function amountBeside(step: Step, spoken: Spoken): string | null {
  return step.amount && !step.title.includes(step.amount.text) ? spoken.money(step.amount) : null;
}

/** What stands in the way, or that Tillside itself does not do it. */
function Standing({ step }: { step: Step }) {
  const { words } = useSpoken();
  if (step.state === "blocked") {
    return (
      <Stack $gap={4}>
        <Quiet>{words.plan.blockedBy}</Quiet>
        <Bullets>
          {step.blocked_by.map((reason) => (
            <li key={reason}>
              <Sentence>{reason}</Sentence>
            </li>
          ))}
        </Bullets>
      </Stack>
    );
  }
  if (!step.writes || step.state !== "proposed") return null;
  return (
    <Row>
      <Mark $tone="info">{words.plan.inStripe}</Mark>
    </Row>
  );
}

function StepFacts({ step }: { step: Step }) {
  const { words } = useSpoken();
  return (
    <>
      {(step.undo || step.impact || step.policy_rule) && (
        <Facts>
          {step.undo && (
            <>
              <dt>{words.plan.undo}</dt>
              <dd>
                <Sentence>{step.undo}</Sentence>
              </dd>
            </>
          )}
          {step.impact && (
            <>
              <dt>{words.plan.impact}</dt>
              <dd>
                <Sentence>{step.impact}</Sentence>
              </dd>
            </>
          )}
          {step.policy_rule && (
            <>
              <dt>{words.plan.rule}</dt>
              <dd>
                <Id>{step.policy_rule}</Id>
              </dd>
            </>
          )}
        </Facts>
      )}
      {step.target && (
        <Subtle>
          <Id>{step.target}</Id>
        </Subtle>
      )}
    </>
  );
}
