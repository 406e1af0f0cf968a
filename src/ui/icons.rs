//! Small line drawings for buttons. All are decoration: the buttons have names.

use yew::prelude::*;

fn icon(path: &'static str) -> Html {
    html! {
        <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
            <path d={path} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}

pub fn previous() -> Html {
    icon("M15 5l-7 7 7 7")
}

pub fn next() -> Html {
    icon("M9 5l7 7-7 7")
}

pub fn close() -> Html {
    icon("M6 6l12 12M18 6L6 18")
}

pub fn fullscreen() -> Html {
    icon("M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5")
}

pub fn theme() -> Html {
    icon("M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16M12 8h6M12 12h8M12 16h6")
}

pub fn help() -> Html {
    icon("M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 18h0")
}

pub fn warning() -> Html {
    icon("M12 4L3 20h18zM12 10v4M12 17h0")
}

pub fn details() -> Html {
    icon("M12 11v6M12 7h0M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18")
}

pub fn later() -> Html {
    icon("M12 7v5l3 3M4 12a8 8 0 1 1 2.5 5.8M4 20v-4h4")
}
