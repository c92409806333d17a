/** What the parts of the desk share: asking the sandbox, building elements from text, telling times. */

export async function ask(address, options = {}) {
  const { body, ...rest } = options;
  const response = await fetch(address, {
    ...rest,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
  });
  if (!response.ok) {
    const said = await response.json().catch(() => ({}));
    throw new Error(said.description ?? said.details ?? `The sandbox answered ${response.status}.`);
  }
  return response.json();
}

/** An element with attributes; children are elements or text, never markup. */
export function build(tag, attributes = {}, children = []) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...[children].flat());
  return element;
}

export function when(iso) {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return String(iso);
  const sameDay = moment.toDateString() === new Date().toDateString();
  const sameYear = moment.getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat("en", {
    ...(sameDay ? {} : { day: "numeric", month: "short", ...(sameYear ? {} : { year: "numeric" }) }),
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(moment);
}
