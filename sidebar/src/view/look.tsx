/** The few building blocks all sections share, in Garden's own colours and sizes. */

import { getColor } from "@zendeskgarden/react-theming";
import { type ReactNode, useId } from "react";
import styled, { createGlobalStyle, css, type DefaultTheme } from "styled-components";

export const color =
  (variable: string) =>
  ({ theme }: { theme: DefaultTheme }): string =>
    getColor({ theme, variable });

export const PageLook = createGlobalStyle<object>`
  *, *::before, *::after { box-sizing: border-box; }
  html { color-scheme: ${({ theme }) => theme.colors.base}; background: ${color("background.default")}; }
  body {
    margin: 0;
    background: ${color("background.default")};
    color: ${color("foreground.default")};
    font: 14px/20px ${({ theme }) => theme.fonts.system};
    overflow-wrap: anywhere;
  }
  h1, h2, h3, p, ul, ol, dl, dd, pre { margin: 0; padding: 0; font: inherit; }
  ul, ol { list-style: none; }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation-duration: 1ms !important; animation-iteration-count: 1 !important; transition: none !important; }
  }
`;

export const Page = styled.main`
  padding: 12px 16px 20px;
  max-width: 720px;
  margin: 0 auto;
`;

export const Stack = styled.div<{ $gap?: number }>`
  display: flex;
  flex-direction: column;
  gap: ${({ $gap = 8 }) => $gap}px;
`;

export const Row = styled.div<{ $gap?: number; $spread?: boolean; $align?: "center" | "baseline" | "start" }>`
  display: flex;
  flex-wrap: wrap;
  align-items: ${({ $align = "center" }) => ($align === "start" ? "flex-start" : $align)};
  justify-content: ${({ $spread }) => ($spread ? "space-between" : "flex-start")};
  gap: 4px ${({ $gap = 8 }) => $gap}px;
`;

export const Strong = styled.span`
  font-weight: 600;
`;

const small = css`
  font-size: 12px;
  line-height: 16px;
`;

export const Small = styled.p`
  ${small}
`;

export const Subtle = styled.p`
  ${small}
  color: ${color("foreground.subtle")};
`;

export const Quiet = styled.span`
  ${small}
  color: ${color("foreground.subtle")};
`;

export const Id = styled.span`
  ${small}
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: 11px;
  color: ${color("foreground.subtle")};
`;

export const Card = styled.div`
  border: 1px solid ${color("border.default")};
  border-radius: 6px;
  padding: 12px;
`;

/** A recessed note inside a section. */
export const Aside = styled.div`
  border-radius: 6px;
  background: ${color("background.subtle")};
  padding: 8px 12px;
  font-size: 12px;
  line-height: 16px;
`;

/** Something to know before going on. */
export const Caution = styled.div<{ $tone?: "warning" | "danger" }>`
  border: 1px solid ${({ $tone = "warning", theme }) => color(`border.${$tone}`)({ theme })};
  border-radius: 6px;
  background: ${({ $tone = "warning", theme }) => color(`background.${$tone}`)({ theme })};
  color: ${({ $tone = "warning", theme }) => color(`foreground.${$tone}`)({ theme })};
  padding: 8px 12px;
  font-size: 12px;
  line-height: 16px;
`;

export const Bullets = styled.ul`
  display: flex;
  flex-direction: column;
  gap: 4px;
  > li {
    position: relative;
    padding-inline-start: 14px;
  }
  > li::before {
    content: "";
    position: absolute;
    inset-inline-start: 2px;
    top: 0.6em;
    width: 4px;
    height: 4px;
    border-radius: 50%;
    background: ${color("foreground.subtle")};
  }
`;

const SectionBox = styled.section`
  border-top: 1px solid ${color("border.subtle")};
  margin-top: 16px;
  padding-top: 14px;
`;

export const SectionTitle = styled.h2`
  ${small}
  font-weight: 600;
  color: ${color("foreground.subtle")};
`;

export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <SectionBox aria-labelledby={id}>
      <Stack>
        <Row $spread>
          <SectionTitle id={id}>{title}</SectionTitle>
          {aside}
        </Row>
        {children}
      </Stack>
    </SectionBox>
  );
}

export const Unfold = styled.details`
  > summary {
    display: flex;
    align-items: flex-start;
    gap: 8px;
    cursor: pointer;
    list-style: none;
    border-radius: 4px;
  }
  > summary::-webkit-details-marker {
    display: none;
  }
  > summary::before {
    content: "";
    flex: none;
    width: 6px;
    height: 6px;
    margin: 7px 1px 0 2px;
    border: solid ${color("foreground.subtle")};
    border-width: 0 1.5px 1.5px 0;
    transform: rotate(-45deg);
    transition: transform 0.1s;
  }
  &[open] > summary::before {
    transform: rotate(45deg);
  }
  > summary:focus-visible {
    outline: 2px solid ${color("border.primaryEmphasis")};
    outline-offset: 2px;
  }
`;

export const Draft = styled.div`
  max-height: 320px;
  overflow: auto;
  padding: 10px 12px;
  border: 1px solid ${color("border.default")};
  border-radius: 4px;
  background: ${color("background.subtle")};
  white-space: pre-wrap;
  &:focus-visible {
    outline: 2px solid ${color("border.primaryEmphasis")};
    outline-offset: 1px;
  }
`;

export const PlainText = styled(Draft).attrs({ as: "pre" })`
  ${small}
  font-family: ${({ theme }) => theme.fonts.mono};
  font-size: 11px;
`;

export const OnlyHeard = styled.div`
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
`;

export type Tone = "calm" | "good" | "warn" | "bad" | "info";

const MARKS: Record<Tone, { ground: string; ink: string; edge: string }> = {
  calm: { ground: "background.subtle", ink: "foreground.subtle", edge: "border.default" },
  good: { ground: "background.success", ink: "foreground.success", edge: "border.success" },
  warn: { ground: "background.warning", ink: "foreground.warning", edge: "border.warning" },
  bad: { ground: "background.danger", ink: "foreground.danger", edge: "border.danger" },
  info: { ground: "background.subtle", ink: "foreground.primary", edge: "border.default" },
};

/** A short word about the state of a thing; the word says it, the colour only repeats it. */
export const Mark = styled.span<{ $tone?: Tone }>`
  flex: none;
  max-width: 100%;
  padding: 0 6px;
  border: 1px solid ${({ $tone = "calm", theme }) => color(MARKS[$tone].edge)({ theme })};
  border-radius: 4px;
  background: ${({ $tone = "calm", theme }) => color(MARKS[$tone].ground)({ theme })};
  color: ${({ $tone = "calm", theme }) => color(MARKS[$tone].ink)({ theme })};
  font-size: 11px;
  font-weight: 500;
  line-height: 16px;
`;
