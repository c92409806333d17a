import "./nonce";
import { createRoot } from "react-dom/client";
import { sessionOfPage } from "./api";
import { App } from "./view/App";
import { openDesk } from "./zendesk";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root");
createRoot(root).render(<App desk={openDesk()} session={sessionOfPage()} />);
