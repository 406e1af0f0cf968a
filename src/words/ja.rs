//! Japanese. Labels in 体言止め, sentences to the reader in 敬体.

use super::controls::{Controls, Mark};
use super::problem::Sentence;

pub static CONTROLS: Controls = Controls {
    toolbar: "操作",
    next: "次へ",
    previous: "前へ",
    sides: "表示する列",
    all_sides: "すべて",
    lens: "時点",
    theme: "配色",
    theme_auto: "自動",
    theme_light: "ライト",
    theme_dark: "ダーク",
    theme_contrast: "高コントラスト",
    fullscreen: "全画面",
    help: "ヘルプ",
    close: "閉じる",
    black: "画面を暗くしています。次へ・前へ、または B キーで戻ります。",
    slide: "スライド",
    untitled: "無題",
    footnotes: "脚注",
    agenda: "目次",
    agenda_here: "現在地",
    figure_later: "この版ではまだ表示できない図です。",
    scrollable: "スライドの本文",
    progress: |shown, all| format!("{shown} / {all}"),
    changes_later: |count| format!("この後の変化 {count}件"),
    changes_since: |moment, count| format!("{moment}からの変化 {count}件"),
    can: Mark { sign: "○", words: "できる" },
    cannot: Mark { sign: "×", words: "できない" },
    added: "追記",
    formerly: |count| format!("旧 {count}件"),
    details: "期間と出典",
    period: "期間",
    no_period: "記載なし",
    period_joint: "、",
    checked: "最終確認",
    sources: "出典",
    the_talk: "発表内容",
    added_by_editors: "発表にはなく、編集者が追記した項目です。",
    due: "再確認の時期を過ぎています。",
    unknown_after: |checked| format!("{checked} 以降は未確認"),
    from: |date| format!("{date} から"),
    from_by_then: |date| format!("{date} の時点ですでに該当 (開始日は不明)"),
    until: |date| format!("{date} に終了"),
    until_by_then: |date| format!("遅くとも {date} までに終了"),
    announce_slide: |number, all, title| format!("スライド {number} / {all}、{title}"),
    announce_step: |step, all| format!("ステップ {step} / {all}"),
    announce_side: |name, on| format!("{name} を{}しました", if on { "表示" } else { "非表示に" }),
    announce_all_sides: "すべての列を表示しました",
    announce_lens: |name, ended, begun| {
        format!("{name} の時点。このスライドでは {ended}件 終了、{begun}件 追加")
    },
    announce_theme: |name| format!("配色を{name}にしました"),
    announce_black: "画面を暗くしました",
    last_side_stays: "列を一つは表示しておく必要があります",
    loading: |file| format!("{file} を読み込んでいます"),
    failed: "デッキを表示できません",
    reload: "再読み込み",
    missing: |file, status| {
        Sentence::new(
            format!("{file} が見つかりません (HTTP {status})。"),
            "ファイル名とアドレスを確かめてください。kurabe-deck の src 属性に書いた場所から読み込みます。",
        )
    },
    unreachable: |file| {
        Sentence::new(
            format!("{file} を取得できませんでした。"),
            "通信の状態を確かめて、再読み込みしてください。別のサイトのデッキは、そのサイトが CORS で許可している場合だけ読み込めます。",
        )
    },
    not_text: |file| {
        Sentence::new(
            format!("{file} は UTF-8 のテキストではありません。"),
            "文字コードを UTF-8 にして保存し直してください。",
        )
    },
    empty: |file| {
        Sentence::new(
            format!("{file} にはスライドがありません。"),
            "見出し「## 題」と本文を書くと、スライドになります。",
        )
    },
    meaningless: |key, value| format!("アドレスの {key}={value} は使えないため、無視しました。"),
    diagnostics: |count| format!("デッキの問題 {count}件"),
    place: |line, column| format!("{line}行 {column}文字目"),
    error: "エラー",
    warning: "警告",
    keys: &[
        ("→ ↓ Space PageDown N Enter", "次へ"),
        ("← ↑ Shift+Space PageUp P Backspace", "前へ"),
        ("Home / End", "最初 / 最後のスライド"),
        ("1 … 6", "列の表示を切り替え"),
        ("0", "すべての列を表示"),
        ("T", "次の時点へ"),
        ("D", "配色を切り替え"),
        ("F", "全画面"),
        ("B .", "画面を暗くする / 戻す"),
        ("?", "このヘルプ"),
        ("Esc", "開いているものを閉じる"),
    ],
    keys_note: "画面の左右の端を押すか、横にスワイプしても移動できます。",
};
