/**
 * A sentence of the service as people read it: it begins with a capital, and Stripe's ids in it are cut to what
 * can be compared at a glance. The whole id is in the title, and beside each step.
 */

import { Fragment } from "react";
import styled from "styled-components";

const STRIPE_ID =
  /\b((?:ch|cn|cs|cus|dp|du|ii|il|in|pi|pm|price|prod|py|pyr|qt|re|seti|si|sub|sub_sched)_)(?:test_|live_)?[A-Za-z0-9]{6,}([A-Za-z0-9]{4})\b/g;

const Cut = styled.abbr`
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: 0.9em;
  text-decoration: none;
  white-space: nowrap;
`;

export function withShortIds(sentence: string): string {
  return sentence.replace(STRIPE_ID, "$1…$2");
}

/** Only a plain word gets a capital: an e-mail address or an id keeps its first letter. */
export function begun(sentence: string): string {
  return /^\p{Ll}+(?=[\s,:;]|$)/u.test(sentence) ? sentence.charAt(0).toUpperCase() + sentence.slice(1) : sentence;
}

export function Sentence({ children }: { children: string }) {
  const sentence = begun(children);
  const parts = [];
  let end = 0;
  for (const found of sentence.matchAll(STRIPE_ID)) {
    parts.push(sentence.slice(end, found.index), <Cut title={found[0]}>{withShortIds(found[0])}</Cut>);
    end = found.index + found[0].length;
  }
  parts.push(sentence.slice(end));
  return parts.map((part, position) => <Fragment key={position}>{part}</Fragment>);
}
