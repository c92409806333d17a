import { de } from "../../sidebar/src/words/de";
import { en } from "../../sidebar/src/words/en";
import { Spoken } from "../../sidebar/src/words/spoken";

it("writes amounts in the agent's way with the decimals of the currency", () => {
  const english = new Spoken("en-US");
  expect(english.money({ amount: 1900, currency: "usd", text: "19.00 USD" })).toBe("$19.00");
  expect(english.money({ amount: 1900, currency: "jpy", text: "1,900 JPY" })).toBe("¥1,900");
  expect(new Spoken("de").money({ amount: 1900, currency: "eur", text: "19.00 EUR" })).toBe("19,00\u00a0€");
  expect(english.money({ amount: 1, currency: "usd", text: "unclear" })).toBe("unclear");
});

it("says how fresh the picture is", () => {
  const spoken = new Spoken("en");
  const now = Date.parse("2026-06-15T12:00:00Z");
  expect(spoken.freshness("2026-06-15T11:54:00Z", now)).toBe("Read 6 minutes ago");
  expect(spoken.freshness("2026-06-15T11:59:30Z", now)).toMatch(/^Live at /);
});

it("falls back to English for a language without words", () => {
  expect(new Spoken("pt-BR").words).toBe(en);
  expect(new Spoken("de-AT").words).toBe(de);
  expect(new Spoken("not a locale!").words).toBe(en);
});

it("has every word in both languages", () => {
  const keys = (words: object): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "object" && value !== null && !Array.isArray(value) ? keys(value).map((k) => `${key}.${k}`) : [key],
    );
  expect(keys(de).sort()).toEqual(keys(en).sort());
});
