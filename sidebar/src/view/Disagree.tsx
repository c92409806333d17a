/** The agent agrees with the class or names another one; the service keeps it until it is taken back. */

import { Button } from "@zendeskgarden/react-buttons";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import styled from "styled-components";
import type { Case, ClassOfBucket, ClassPick, CorrectionReason } from "../case";
import type { LiveCase } from "../live_case";
import { named, useSpoken } from "../words/spoken";
import { Card, color, Quiet, Row, Small, Stack, Strong, Subtle } from "./look";

type Verdict = Case["verdict"];
type Stance = { verdict: Verdict; live: LiveCase; busy: boolean };

const LONGEST_NOTE = 500;
const BUCKET_ALONE = "bucket:";

const field = `
  width: 100%;
  padding: 6px 8px;
  border-radius: 4px;
  font: inherit;
`;

const Choice = styled.select`
  ${field}
  border: 1px solid ${color("border.default")};
  background: ${color("background.default")};
  color: ${color("foreground.default")};
  text-overflow: ellipsis;
  &:focus-visible {
    outline: 2px solid ${color("border.primaryEmphasis")};
    outline-offset: 1px;
  }
`;

const Note = styled.textarea`
  ${field}
  min-height: 56px;
  resize: vertical;
  border: 1px solid ${color("border.default")};
  background: ${color("background.default")};
  color: ${color("foreground.default")};
  &:focus-visible {
    outline: 2px solid ${color("border.primaryEmphasis")};
    outline-offset: 1px;
  }
`;

/** Beside the answer, not in front of it. */
const Quietly = styled(Button).attrs({ size: "small", isLink: true })`
  font-size: 12px;
  line-height: 16px;
`;

const Wrong = styled(Small)`
  color: ${color("foreground.danger")};
`;

export function Disagree({ verdict, live, busy }: Stance) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const standing = useRef<HTMLParagraphElement>(null);
  const moveFocus = useRef<"trigger" | "standing" | null>(null);
  const { correction } = verdict;

  // Whoever works with the keyboard goes on where the control was.
  useEffect(() => {
    const target = moveFocus.current === "standing" ? (standing.current ?? trigger.current) : trigger.current;
    if (moveFocus.current && target && !open) {
      target.focus();
      moveFocus.current = null;
    }
  });

  const close = (focus: "trigger" | "standing") => {
    moveFocus.current = focus;
    setOpen(false);
  };

  if (open) return <Form verdict={verdict} live={live} busy={busy} close={close} />;
  if (correction) {
    const takeBack = () => {
      moveFocus.current = "trigger";
      void live.takeClassBack();
    };
    return <Standing correction={correction} busy={busy} takeBack={takeBack} line={standing} />;
  }
  const agree = () => {
    moveFocus.current = "standing";
    void live.nameClass({ situation: verdict.situation, reason: "agreed" });
  };
  return <Question verdict={verdict} busy={busy} agree={agree} disagree={() => setOpen(true)} trigger={trigger} />;
}

interface QuestionProps {
  verdict: Verdict;
  busy: boolean;
  agree: () => void;
  disagree: () => void;
  trigger: React.RefObject<HTMLButtonElement>;
}

function Question({ verdict, busy, agree, disagree, trigger }: QuestionProps) {
  const { words } = useSpoken();
  // Only a class that was found can be right: "nobody knows" is nothing to agree to.
  const found = verdict.code !== null || verdict.situation === "not_billing";
  return (
    <Row $gap={12}>
      {found && (
        <Quietly disabled={busy} onClick={agree}>
          {words.disagree.agree}
        </Quietly>
      )}
      <Quietly ref={trigger} disabled={busy} aria-expanded={false} onClick={disagree}>
        {words.disagree.open}
      </Quietly>
    </Row>
  );
}

interface StandingProps {
  correction: NonNullable<Verdict["correction"]>;
  busy: boolean;
  takeBack: () => void;
  line: React.RefObject<HTMLParagraphElement>;
}

function Standing({ correction, busy, takeBack, line }: StandingProps) {
  const spoken = useSpoken();
  const { words } = spoken;
  const { agent_name, at, agreed, said } = correction;
  const when = spoken.moment(at);
  return (
    <Stack $gap={2}>
      <Row $gap={8}>
        <Subtle ref={line} tabIndex={-1}>
          {agreed ? words.disagree.agreed(agent_name, when) : words.disagree.corrected(agent_name, when)}
        </Subtle>
        <Quietly disabled={busy} aria-label={words.disagree.undoLabel} onClick={takeBack}>
          {words.disagree.undo}
        </Quietly>
      </Row>
      {!agreed && (
        <Subtle>{words.disagree.ours(named(words.situations, said.situation ?? said.bucket))}</Subtle>
      )}
    </Stack>
  );
}

function Form({ verdict, live, busy, close }: Stance & { close: (focus: "trigger" | "standing") => void }) {
  const { words } = useSpoken();
  const { classes, failed, again } = useClasses(live);
  const [chosen, setChosen] = useState("");
  const [reason, setReason] = useState<CorrectionReason>("other_cause");
  const [note, setNote] = useState("");
  const [missing, setMissing] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  const ids = { what: useId(), why: useId(), note: useId(), hint: useId(), wrong: useId() };
  const ready = classes !== null;
  useEffect(() => select.current?.focus(), [ready]);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!chosen) {
      setMissing(true);
      select.current?.focus();
      return;
    }
    if (await live.nameClass(pickOf(chosen, reason, note.trim()))) close("standing");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") close("trigger");
  };

  return (
    <Card as="form" noValidate aria-label={words.disagree.open} onSubmit={(event) => void send(event)} onKeyDown={onKey}>
      <Stack $gap={10}>
        <Stack $gap={4}>
          <label htmlFor={ids.what}>
            <Strong>{words.disagree.title}</Strong>
          </label>
          <Choice
            id={ids.what}
            ref={select}
            value={chosen}
            disabled={!ready}
            aria-invalid={missing}
            aria-describedby={missing ? ids.wrong : undefined}
            onChange={(event) => {
              setChosen(event.target.value);
              setMissing(false);
            }}
          >
            <option value="" disabled>
              {ready || failed ? words.disagree.choose : words.disagree.loading}
            </option>
            {classes?.map((group) => <Options key={group.bucket} group={group} shown={verdict} />)}
          </Choice>
          {missing && (
            <Wrong id={ids.wrong} role="alert">
              {words.disagree.missing}
            </Wrong>
          )}
          {failed && (
            <Row role="alert">
              <Wrong>{words.disagree.listFailed}</Wrong>
              <Quietly onClick={again}>
                {words.retry}
              </Quietly>
            </Row>
          )}
        </Stack>
        <Stack $gap={4}>
          <label htmlFor={ids.why}>
            <Quiet>{words.disagree.reason}</Quiet>
          </label>
          <Choice id={ids.why} value={reason} onChange={(event) => setReason(event.target.value as CorrectionReason)}>
            {Object.entries(words.disagree.reasons).map(([code, said]) => (
              <option key={code} value={code}>
                {said}
              </option>
            ))}
          </Choice>
        </Stack>
        <Stack $gap={4}>
          <label htmlFor={ids.note}>
            <Quiet>{words.disagree.note}</Quiet>
          </label>
          <Note
            id={ids.note}
            dir="auto"
            value={note}
            maxLength={LONGEST_NOTE}
            aria-describedby={ids.hint}
            onChange={(event) => setNote(event.target.value)}
          />
          <Subtle id={ids.hint}>{words.disagree.noteHint}</Subtle>
        </Stack>
        <Row>
          <Button size="small" type="submit" disabled={busy || !ready}>
            {busy ? words.disagree.sending : words.disagree.send}
          </Button>
          <Button size="small" isBasic onClick={() => close("trigger")}>
            {words.disagree.cancel}
          </Button>
        </Row>
      </Stack>
    </Card>
  );
}

function Options({ group, shown }: { group: ClassOfBucket; shown: Verdict }) {
  const { words } = useSpoken();
  const title = named(words.buckets, group.bucket);
  const alone = `${BUCKET_ALONE}${group.bucket}`;
  // Naming what already stands there would correct nothing.
  const others = group.situations.filter((situation) => situation !== shown.situation);
  if (group.situations.length === 0) {
    return shown.bucket === group.bucket ? null : <option value={alone}>{title}</option>;
  }
  return (
    <optgroup label={title}>
      {others.map((situation) => (
        <option key={situation} value={situation}>
          {named(words.situations, situation)}
        </option>
      ))}
      <option value={alone}>{words.disagree.otherOfBucket}</option>
    </optgroup>
  );
}

export function pickOf(chosen: string, reason: CorrectionReason, text: string): ClassPick {
  const said = text ? { reason, text } : { reason };
  return chosen.startsWith(BUCKET_ALONE)
    ? { bucket: chosen.slice(BUCKET_ALONE.length), ...said }
    : { situation: chosen, ...said };
}

function useClasses(live: LiveCase): { classes: ClassOfBucket[] | null; failed: boolean; again: () => void } {
  const [classes, setClasses] = useState<ClassOfBucket[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    live.classes().then(
      (found) => wanted && setClasses(found),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [live, attempt]);
  return { classes, failed, again: () => setAttempt((number) => number + 1) };
}
