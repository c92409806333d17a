/** The two texts Tillside writes: the reply to the customer and the handoff to colleagues. */

import { Button } from "@zendeskgarden/react-buttons";
import { useEffect, useRef, useState } from "react";
import styled from "styled-components";
import { Problem } from "../api";
import type { Case, HandoffAnswer, Note } from "../case";
import { useSpoken } from "../words/spoken";
import type { Desk, Insertion } from "../zendesk";
import { Draft, PlainText, Quiet, Row, Section, Stack, Subtle, Unfold } from "./look";

type Outcome = { text: string; failed?: boolean } | null;

/** Both regions are always there, so that a change in them is spoken. */
const Told = styled.p`
  font-size: 12px;
  line-height: 16px;
  &:empty {
    margin-top: -8px;
  }
`;

function Outcome({ told }: { told: Outcome }) {
  return (
    <>
      <Told role="status">{told && !told.failed && told.text}</Told>
      <Told role="alert">{told?.failed && told.text}</Told>
    </>
  );
}

function useCopying(tell: (told: Outcome) => void): (text: string) => void {
  const { words } = useSpoken();
  return (text) => {
    void (navigator.clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard")))
      .catch(() => copyBySelection(text))
      .then(
        () => tell({ text: words.copied }),
        () => tell({ text: words.copyFailed, failed: true }),
      );
  };
}

/** For frames that are not allowed to use the clipboard. */
function copyBySelection(text: string): void {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("not copied");
}

export function Reply({ shown, desk }: { shown: Case; desk: Desk }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const { body, direction, language } = shown.reply;
  const [told, setTold] = useState<Outcome>(null);
  const [inserting, setInserting] = useState(false);
  const copy = useCopying(setTold);
  useEffect(() => setTold(null), [body]);

  const outcome: Record<Insertion, Outcome> = {
    inserted: { text: words.reply.inserted },
    already_there: { text: words.reply.alreadyThere },
    wrong_editor: { text: words.reply.wrongEditor, failed: true },
  };
  const insert = async () => {
    setInserting(true);
    try {
      setTold(outcome[await desk.insertReply(body)]);
    } catch {
      setTold({ text: words.reply.failed, failed: true });
    } finally {
      setInserting(false);
    }
  };

  if (!body) return null;
  return (
    <Section title={words.reply.title} aside={<Quiet>{words.reply.language(spoken.languageName(language))}</Quiet>}>
      <Draft dir={direction} lang={language} tabIndex={0} role="group" aria-label={words.reply.title}>
        {body}
      </Draft>
      <Row>
        <Button size="small" disabled={inserting} onClick={() => void insert()}>
          {inserting ? words.reply.inserting : words.reply.insert}
        </Button>
        <Button size="small" isBasic onClick={() => copy(body)}>
          {words.copy}
        </Button>
      </Row>
      <Outcome told={told} />
    </Section>
  );
}

interface HandoffProps {
  shown: Case;
  note: Note | null;
  readAt: string | null;
  desk: Desk;
  write: () => Promise<HandoffAnswer>;
}

export function Handoff({ shown, note, readAt, desk, write }: HandoffProps) {
  const spoken = useSpoken();
  const { words } = spoken;
  const [told, setTold] = useState<Outcome>(null);
  const [writing, setWriting] = useState(false);
  const [refused, setRefused] = useState(false);
  const written = useRef<HTMLParagraphElement>(null);
  const copy = useCopying(setTold);
  const outdated = note !== null && readAt !== null && Date.parse(readAt) > Date.parse(note.written_at);

  const writeNote = async () => {
    setWriting(true);
    try {
      const answer = await write();
      setRefused(false);
      setTold({ text: answer.already ? words.handoff.already : words.handoff.justWritten });
      written.current?.focus();
    } catch (problem) {
      const sentence = problem instanceof Problem ? problem.sentence || words.problems[problem.kind] : "";
      setRefused(true);
      setTold({ text: `${words.handoff.failed} ${sentence ?? ""}`.trim(), failed: true });
    } finally {
      setWriting(false);
    }
  };
  const insertInstead = async () => {
    const outcome = await desk.insertInternalNote(shown.handoff).catch(() => null);
    if (outcome === "wrong_editor") setTold({ text: words.handoff.wrongEditor, failed: true });
    else if (outcome === null) setTold({ text: words.reply.failed, failed: true });
    else setTold({ text: outcome === "inserted" ? words.handoff.inserted : words.reply.alreadyThere });
  };

  return (
    <Section title={words.handoff.title}>
      <Unfold>
        <summary>{words.handoff.show}</summary>
        <Stack>
          <PlainText dir="auto" tabIndex={0} role="group" aria-label={words.handoff.title}>
            {shown.handoff}
          </PlainText>
        </Stack>
      </Unfold>
      {note && (
        <Subtle ref={written} tabIndex={-1}>
          {words.handoff.written(note.agent_name, spoken.dateAndTime(note.written_at))}
        </Subtle>
      )}
      <Row>
        {(note === null || outdated) && (
          <Button size="small" isBasic={note !== null} disabled={writing} onClick={() => void writeNote()}>
            {writing ? words.handoff.writing : note ? words.handoff.writeAgain : words.handoff.write}
          </Button>
        )}
        <Button size="small" isBasic onClick={() => copy(shown.handoff)}>
          {words.copy}
        </Button>
        {refused && (
          <Button size="small" isBasic onClick={() => void insertInstead()}>
            {words.handoff.insertInstead}
          </Button>
        )}
      </Row>
      <Outcome told={told} />
    </Section>
  );
}
