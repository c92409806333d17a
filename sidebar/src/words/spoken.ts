/** Which words the agent reads, and dates, amounts and names of things in the agent's own way. */

import { createContext, useContext } from "react";
import type { Money } from "../case";
import { de } from "./de";
import { en, type Words } from "./en";

const LANGUAGES: Record<string, Words> = { en, de };
const LIVE_FOR_MS = 60_000;

export class Spoken {
  readonly words: Words;
  readonly language: string;
  private readonly locale: string;

  constructor(agentLocale: string | null) {
    const wanted = (agentLocale ?? "en").replace("_", "-");
    const language = wanted.split("-")[0]?.toLowerCase() ?? "en";
    this.words = LANGUAGES[language] ?? en;
    this.language = language in LANGUAGES ? language : "en";
    this.locale = Intl.DateTimeFormat.supportedLocalesOf(language in LANGUAGES ? wanted : "en")[0] ?? this.language;
  }

  date(iso: string): string {
    return this.told(iso, { day: "numeric", month: "short", year: "numeric" });
  }

  /** Without the year where it is this one. */
  shortDate(iso: string, now: number = Date.now()): string {
    const sameYear = new Date(iso).getFullYear() === new Date(now).getFullYear();
    return sameYear ? this.told(iso, { day: "numeric", month: "short" }) : this.date(iso);
  }

  time(iso: string): string {
    return this.told(iso, { hour: "numeric", minute: "2-digit" });
  }

  dateAndTime(iso: string): string {
    return this.told(iso, { day: "numeric", month: "short", hour: "numeric", minute: "2-digit" });
  }

  /** The time alone where it was today. */
  moment(iso: string, now: number = Date.now()): string {
    const today = new Date(iso).toDateString() === new Date(now).toDateString();
    return today ? this.time(iso) : this.dateAndTime(iso);
  }

  freshness(iso: string, now: number): string {
    const age = now - Date.parse(iso);
    if (!(age >= LIVE_FOR_MS)) return this.words.freshness.live(this.time(iso));
    return this.words.freshness.read(this.ago(age));
  }

  /** In the agent's way; with as many decimals as the service wrote, since Stripe's minor units are not always hundredths. */
  money(money: Money): string {
    const written = /^(-?[\d.]+)\s+([A-Za-z]{3})$/.exec(money.text.replace(/,/g, ""));
    if (!written) return money.text;
    const [, number = "", currency = ""] = written;
    const decimals = number.split(".")[1]?.length ?? 0;
    try {
      return new Intl.NumberFormat(this.locale, {
        style: "currency",
        currency: currency.toUpperCase(),
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(Number(number));
    } catch {
      return money.text;
    }
  }

  languageName(code: string): string {
    try {
      return new Intl.DisplayNames(this.locale, { type: "language" }).of(code) ?? code;
    } catch {
      return code;
    }
  }

  list(things: string[]): string {
    return new Intl.ListFormat(this.locale, { type: "conjunction" }).format(things);
  }

  private ago(ageMs: number): string {
    const format = new Intl.RelativeTimeFormat(this.locale, { numeric: "always" });
    const minutes = Math.floor(ageMs / 60_000);
    if (minutes < 60) return format.format(-minutes, "minute");
    const hours = Math.floor(minutes / 60);
    return hours < 48 ? format.format(-hours, "hour") : format.format(-Math.floor(hours / 24), "day");
  }

  private told(iso: string, options: Intl.DateTimeFormatOptions): string {
    const moment = new Date(iso);
    return Number.isNaN(moment.getTime()) ? iso : new Intl.DateTimeFormat(this.locale, options).format(moment);
  }
}

/** A code of the service that has no words here yet, made readable. */
export function named(words: Record<string, string>, code: string): string {
  return words[code] ?? code.replace(/_/g, " ");
}

export const SpokenContext = createContext(new Spoken("en"));

export const useSpoken = (): Spoken => useContext(SpokenContext);
