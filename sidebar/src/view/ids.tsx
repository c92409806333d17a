/** Stripe's ids inside sentences, cut to what a person can compare; the whole id is in the title and in the details. */

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

export function Sentence({ children }: { children: string }) {
  const parts = [];
  let end = 0;
  for (const found of children.matchAll(STRIPE_ID)) {
    parts.push(children.slice(end, found.index), <Cut title={found[0]}>{withShortIds(found[0])}</Cut>);
    end = found.index + found[0].length;
  }
  parts.push(children.slice(end));
  return parts.map((part, position) => <Fragment key={position}>{part}</Fragment>);
}
