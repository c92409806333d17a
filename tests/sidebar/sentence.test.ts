import { begun, withShortIds } from "../../sidebar/src/view/Sentence";

it("cuts Stripe's ids and leaves everything else", () => {
  expect(withShortIds("Pro is subscribed twice; sub_13con7AZmUfgLyUNY5AQJ2Un is extra.")).toBe(
    "Pro is subscribed twice; sub_…J2Un is extra.",
  );
  expect(withShortIds("Refund ch_3p00Y5t89Jwg459Qvpfkr3ot, cus_k2GSi5Yk7AYuOy")).toBe("Refund ch_…r3ot, cus_…YuOy");
  expect(withShortIds("Invoice 95A789D3-0004 in_review, login_a1b2c3d4e5f6")).toBe(
    "Invoice 95A789D3-0004 in_review, login_a1b2c3d4e5f6",
  );
});

it("gives a capital to words only", () => {
  expect(begun("a further record")).toBe("A further record");
  expect(begun("maya@example.com is verified")).toBe("maya@example.com is verified");
  expect(begun("sub_123 ends")).toBe("sub_123 ends");
});
