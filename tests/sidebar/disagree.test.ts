import type { CaseApi } from "../../sidebar/src/api";
import { LiveCase } from "../../sidebar/src/live_case";
import { pickOf } from "../../sidebar/src/view/Disagree";
import { de } from "../../sidebar/src/words/de";
import { en } from "../../sidebar/src/words/en";
import { Spoken } from "../../sidebar/src/words/spoken";

it("names a situation, or a bucket alone, and leaves an empty note out", () => {
  expect(pickOf("paused", "other", "")).toEqual({ situation: "paused", reason: "other" });
  expect(pickOf("bucket:payment_failed", "other_cause", "by phone")).toEqual({
    bucket: "payment_failed",
    reason: "other_cause",
    text: "by phone",
  });
});

it("asks for the classes once, and again after a failure", async () => {
  let asked = 0;
  const classes = async () => {
    asked += 1;
    if (asked === 1) throw new Error("no network");
    return [{ bucket: "payment_failed", situations: ["card_expired"] }];
  };
  const live = new LiveCase({ classes } as unknown as CaseApi, 7);
  await expect(live.classes()).rejects.toThrow();
  expect(await live.classes()).toHaveLength(1);
  await live.classes();
  expect(asked).toBe(2);
});

it("says whether the service took a correction, and shows why not", async () => {
  const answers = [new Error("broken"), { state: "reading" as const }];
  const next = async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const live = new LiveCase({ nameClass: next, takeClassBack: next } as unknown as CaseApi, 7);
  expect(await live.nameClass({ situation: "paused", reason: "other" })).toBe(false);
  expect(live.current().phase).toBe("failed");
  expect(await live.takeClassBack()).toBe(true);
  live.stop();
});

it("tells the time alone for today", () => {
  const now = new Date(2026, 5, 15, 18).getTime();
  const spoken = new Spoken("de");
  expect(spoken.moment(new Date(2026, 5, 15, 14, 3).toISOString(), now)).toBe("14:03");
  expect(spoken.moment(new Date(2026, 5, 14, 14, 3).toISOString(), now)).toMatch(/14\. Juni.*14:03/);
});

it("has no two situations or reasons that read alike", () => {
  for (const words of [en, de]) {
    for (const said of [Object.values(words.situations), Object.values(words.disagree.reasons)]) {
      expect(new Set(said).size).toBe(said.length);
    }
  }
});
