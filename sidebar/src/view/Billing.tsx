import type { ReactNode } from "react";
import styled from "styled-components";
import type { Case, Payment, Subscription } from "../case";
import { named, type Spoken, useSpoken } from "../words/spoken";
import { Sentence } from "./Sentence";
import { color, Mark, Row, Section, SectionTitle, Small, Stack, Strong, Subtle, type Tone, Unfold } from "./look";

const SUBSCRIPTION_TONES: Record<string, Tone> = {
  active: "good",
  trialing: "info",
  past_due: "warn",
  unpaid: "bad",
  incomplete: "warn",
  paused: "warn",
};
/** Proper names, the same in every language. */
const METHODS: Record<string, string> = {
  amex: "American Express",
  diners: "Diners Club",
  discover: "Discover",
  ideal: "iDEAL",
  jcb: "JCB",
  link: "Link",
  mastercard: "Mastercard",
  paypal: "PayPal",
  sepa_debit: "SEPA",
  unionpay: "UnionPay",
  visa: "Visa",
};
const PAYMENTS_AT_A_GLANCE = 5;
const SUBSCRIPTIONS_AT_A_GLANCE = 4;

const Line = styled.li`
  & + & {
    border-top: 1px solid ${color("border.subtle")};
    padding-top: 6px;
  }
`;

const Amount = styled.span`
  font-variant-numeric: tabular-nums;
  font-weight: 600;
`;

export function Billing({ shown }: { shown: Case }) {
  const { words } = useSpoken();
  const { billing } = shown;
  if (!billing.visible) {
    return (
      <Section title={words.billing.title}>
        <Subtle>{words.billing.hidden}</Subtle>
      </Section>
    );
  }
  if (!billing.customer && billing.subscriptions.length + billing.payments.length === 0) return null;
  return (
    <Section title={words.billing.title}>
      <Stack $gap={6}>
        <SectionTitle as="h3">{words.billing.subscriptions}</SectionTitle>
        <Glance
          lines={billing.subscriptions.map((subscription) => (
            <SubscriptionLine key={subscription.id} subscription={subscription} />
          ))}
          upTo={SUBSCRIPTIONS_AT_A_GLANCE}
          all={words.billing.allSubscriptions}
          none={words.billing.noSubscriptions}
        />
      </Stack>
      <Stack $gap={6}>
        <SectionTitle as="h3">{words.billing.payments}</SectionTitle>
        <Glance
          lines={billing.payments.map((payment) => (
            <PaymentLine key={payment.id} payment={payment} />
          ))}
          upTo={PAYMENTS_AT_A_GLANCE}
          all={words.billing.allPayments}
          none={words.billing.noPayments}
        />
      </Stack>
    </Section>
  );
}

interface GlanceProps {
  lines: ReactNode[];
  upTo: number;
  all: (count: number) => string;
  none: string;
}

function Glance({ lines, upTo, all, none }: GlanceProps) {
  if (lines.length === 0) return <Subtle>{none}</Subtle>;
  const later = lines.slice(upTo);
  return (
    <>
      <Stack as="ul" $gap={6}>
        {lines.slice(0, upTo)}
      </Stack>
      {later.length > 0 && (
        <Unfold>
          <summary>
            <Small as="span">{all(lines.length)}</Small>
          </summary>
          <Stack as="ul" $gap={6}>
            {later}
          </Stack>
        </Unfold>
      )}
    </>
  );
}

function SubscriptionLine({ subscription }: { subscription: Subscription }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const over = subscription.status === "canceled" || subscription.status === "incomplete_expired";
  const dates = [
    subscription.since && words.billing.since(spoken.shortDate(subscription.since)),
    subscription.ends_at
      ? (over ? words.billing.ended : words.billing.ends)(spoken.shortDate(subscription.ends_at))
      : !over && subscription.renews_at && words.billing.renews(spoken.shortDate(subscription.renews_at)),
  ].filter(Boolean);
  return (
    <Line>
      <Row $spread $align="baseline">
        <Strong>{subscription.plan}</Strong>
        <Mark $tone={SUBSCRIPTION_TONES[subscription.status] ?? "calm"}>
          {named(words.statuses, subscription.status)}
        </Mark>
      </Row>
      <Small>{priceOf(subscription, spoken)}</Small>
      <Subtle>
        {dates.join(" · ")} · <Sentence>{subscription.id}</Sentence>
      </Subtle>
    </Line>
  );
}

function priceOf(subscription: Subscription, spoken: Spoken): string {
  const { words } = spoken;
  const units = subscription.interval ? words.intervals[subscription.interval] : undefined;
  const unit = units?.[subscription.interval_count === 1 ? 0 : 1];
  const price = [
    subscription.price ? spoken.money(subscription.price) : "",
    unit ? words.every(subscription.interval_count, unit) : "",
  ];
  const parts = [price.filter(Boolean).join(" "), subscription.quantity > 1 ? words.seats(subscription.quantity) : ""];
  return parts.filter(Boolean).join(" · ");
}

function PaymentLine({ payment }: { payment: Payment }) {
  const spoken = useSpoken();
  const how = [payment.method && named(METHODS, payment.method), payment.last4 && `•••• ${payment.last4}`].filter(Boolean).join(" ");
  return (
    <Line>
      <Row $spread $align="baseline">
        <Amount>{spoken.money(payment.amount)}</Amount>
        <PaymentMarks payment={payment} />
      </Row>
      <Subtle>
        {[spoken.shortDate(payment.at), how].filter(Boolean).join(" · ")} · <Sentence>{payment.id}</Sentence>
      </Subtle>
      {payment.decline && <Small>{named({}, payment.decline)}</Small>}
    </Line>
  );
}

function PaymentMarks({ payment }: { payment: Payment }) {
  const spoken = useSpoken();
  const { words } = spoken;
  const refunded = payment.refunded && payment.refunded.amount > 0 ? payment.refunded : null;
  const fully = refunded !== null && refunded.amount >= payment.amount.amount;
  return (
    <Row $gap={4}>
      {payment.disputed && <Mark $tone="bad">{words.billing.disputed}</Mark>}
      {refunded && (
        <Mark $tone="info">
          {fully ? words.billing.refunded : words.billing.partlyRefunded(spoken.money(refunded))}
        </Mark>
      )}
      {!refunded && !(payment.disputed && payment.status === "succeeded") && (
        <Mark $tone={payment.status === "failed" ? "bad" : payment.status === "succeeded" ? "calm" : "warn"}>
          {named(words.statuses, payment.status)}
        </Mark>
      )}
    </Row>
  );
}
