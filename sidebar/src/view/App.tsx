import { DEFAULT_THEME, ThemeProvider } from "@zendeskgarden/react-theming";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { CaseApi } from "../api";
import { LiveCase } from "../live_case";
import { Spoken, SpokenContext } from "../words/spoken";
import { type ColorScheme, type Desk, schemeOfAddress } from "../zendesk";
import { OnlyHeard, Page, PageLook } from "./look";
import { Sidebar } from "./Sidebar";
import { Notice, Outline } from "./States";

const HIGHEST_FRAME = 2400;
/** Zendesk tells of a change while it is still being saved. */
const SETTLE_MS = 1500;

type Stage = { at: "opening" } | { at: "silent" } | { at: "no_ticket" } | { at: "ticket"; live: LiveCase };

export function App({ desk, session }: { desk: Desk | null; session: string | null }) {
  const [scheme, setScheme] = useState<ColorScheme>(schemeOfAddress(window.location.search) ?? "light");
  const [locale, setLocale] = useState<string | null>(document.documentElement.lang || null);
  const [stage, setStage] = useState<Stage>({ at: "opening" });
  const content = useRef<HTMLElement>(null);
  const live = useRef<LiveCase | null>(null);
  const spoken = useMemo(() => new Spoken(locale), [locale]);
  const theme = useMemo(
    () => ({ ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: scheme } }),
    [scheme],
  );

  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken]);

  const open = useCallback(async () => {
    if (!desk || !session) return;
    setStage({ at: "opening" });
    try {
      const { ticketId, agentLocale } = await desk.opening();
      if (agentLocale) setLocale(agentLocale);
      if (ticketId === null) return setStage({ at: "no_ticket" });
      live.current?.stop();
      live.current = new LiveCase(new CaseApi(session), ticketId);
      setStage({ at: "ticket", live: live.current });
      live.current.activated();
    } catch {
      setStage({ at: "silent" });
    }
  }, [desk, session]);

  useEffect(() => {
    if (!desk) return;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const readSoon = () => {
      clearTimeout(settling);
      settling = setTimeout(() => live.current?.read(), SETTLE_MS);
    };
    const unwatch = desk.watch({
      activated: () => live.current?.activated(),
      leaving: () => live.current?.stop(),
      requesterChanged: readSoon,
      conversationChanged: readSoon,
      schemeChanged: setScheme,
    });
    desk.colorScheme().then(
      (told) => told && setScheme(told),
      () => undefined,
    );
    void open();
    return () => {
      clearTimeout(settling);
      unwatch();
      live.current?.stop();
    };
  }, [desk, open]);

  useEffect(() => {
    if (desk && content.current) return desk.followHeight(content.current, HIGHEST_FRAME);
    return undefined;
  }, [desk]);

  return (
    <SpokenContext.Provider value={spoken}>
      <ThemeProvider theme={theme}>
        <PageLook />
        <Page ref={content}>
          <OnlyHeard as="h1">{spoken.words.app}</OnlyHeard>
          {stageView()}
        </Page>
      </ThemeProvider>
    </SpokenContext.Provider>
  );

  function stageView(): ReactNode {
    const { words } = spoken;
    if (!desk) return <Notice type="info" {...words.notInZendesk} />;
    if (!session) return <Notice type="warning" {...words.sessionOver} />;
    switch (stage.at) {
      case "opening":
        return <Outline />;
      case "silent":
        return <Notice type="error" title={words.problems["zendesk"] ?? ""} text="" retry={() => void open()} />;
      case "no_ticket":
        return <Notice type="info" {...words.noTicket} />;
      case "ticket":
        return <Sidebar live={stage.live} desk={desk} />;
    }
  }
}
