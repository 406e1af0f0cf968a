// The types of <kurabe-deck>, for TypeScript. `custom-elements.json` says the same for other tools.

export type KurabeView =
  | "slides"
  | "read"
  | "overview"
  | "matrix"
  | "timeline"
  | "changes"
  | "sources"
  | "quiz"
  | "verdict";

/** How a deck stands. */
export interface KurabeState {
  title?: string;
  lang: string;
  view: KurabeView;
  /** The id of the slide. */
  slide?: string;
  step: number;
  /** The ids of the sides that are on. */
  sides: string[];
  /** The lens as an address has it, and its day as `YYYY-MM-DD`. */
  asOf: string;
  day: string;
  theme: "auto" | "light" | "dark" | "contrast";
}

export interface KurabeDeck extends HTMLElement {
  /** The address of the deck, counted from the page: at most 5 MB, fetched within 15 s. Without it, the deck is the `<script type="text/markdown">` in the element. */
  src: string;
  /** The view in which the deck opens. Without it `slides`, or `read` in less than 480 px. */
  view: KurabeView | "";
  /** The id of the slide or claim at which the deck opens. */
  slide: string;
  /** The ids of the sides that are on, with commas between them. */
  sides: string;
  /** The day of the time lens: `2026`, `2026-11` or `2026-11-22`. A month stands for its last day. */
  asOf: string;
  /** The colours; `auto` follows the page and the reader's system. */
  theme: "auto" | "light" | "dark" | "contrast" | "";
  /** The part of the deck out of which nothing leads. */
  only: "slide" | "section" | "view" | "quiz" | "";
  /** How much of the toolbar there is. */
  controls: "full" | "minimal" | "none" | "";
  /** `eager` loads the deck before the element is near the screen. */
  loading: "lazy" | "eager" | "";
  /** Elements with one key share sides and lens; one that joins takes what the others have. */
  syncKey: string;
  /** Leaves the speaker's notes out. */
  notes: "off" | "";
  /** The page's query and fragment are the deck's. */
  syncAddress: boolean;
  /** Readers may have their answers remembered on their device. */
  remember: boolean;
  /** The deck is the page: it takes keys from the whole document and owns address, title and printing. */
  page: boolean;
  /** Resolved with the element when the deck is there; rejected when it can't be shown. */
  readonly ready: Promise<KurabeDeck>;
  /** How the deck stands, without answers; `null` before it is there. */
  readonly state: KurabeState | null;
  /** The version of the program. */
  readonly version: string;
  /** A step or a slide on. */
  next(): void;
  /** A step or a slide back. */
  previous(): void;
  /** To a slide or claim. */
  goTo(id: string): void;
  /** To a view. */
  show(view: KurabeView): void;
  /** Fetches the deck anew. The last good one stays if that fails. */
  reload(): void;
}

export interface KurabeEvents {
  /** The deck is there. */
  "kurabe-ready": CustomEvent<KurabeState>;
  /** Another slide, step, view or language. */
  "kurabe-slidechange": CustomEvent<KurabeState>;
  /** Other sides are on. */
  "kurabe-sideschange": CustomEvent<KurabeState>;
  /** Another day. */
  "kurabe-lenschange": CustomEvent<KurabeState>;
  /** A question was answered; not how. */
  "kurabe-answer": CustomEvent<KurabeState>;
  /** The scores, when the reader presses the button that says so. */
  "kurabe-verdict": CustomEvent<{ scores: { side: string; score: number }[] }>;
  /** The deck can't be shown. */
  "kurabe-error": CustomEvent<{ kind: "file-url" | "network" | "csp" | "old-browser" | "deck"; message: string }>;
  /** A value of an attribute that means nothing, or a problem in the deck. */
  "kurabe-warning": CustomEvent<{ attribute: string; value: string } | { code: string; line: number; column: number }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "kurabe-deck": KurabeDeck;
  }

  interface HTMLElementEventMap extends KurabeEvents {}
}
