//! The sentences of the diagnostics in Japanese.

use super::problem::{Expected, Problem, Sentence};

/// What `problem` is, and how to repair it.
pub fn sentence(problem: &Problem) -> Sentence {
    front_matter(problem)
        .or_else(|| slides(problem))
        .or_else(|| claims(problem))
        .or_else(|| quiz(problem))
        .unwrap_or_else(|| text(problem))
}

fn front_matter(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::FrontMatterUnclosed => Sentence::new(
            "フロントマターが閉じられていません",
            "最後のキーの次の行に `---` を書いてください。それまではスライドとして表示します",
        ),
        Problem::FrontMatterSyntax { reason } => Sentence::new(
            format!("フロントマターを YAML として読めません: {reason}"),
            "ここより前のキーは有効です。`:` や `#` を含む文字列は引用符で囲んでください",
        ),
        Problem::UnknownKey { key, nearest: None } => {
            Sentence::bare(format!("未知のキー `{key}` は無視されます"))
        }
        Problem::UnknownKey { key, nearest: Some(nearest) } => {
            Sentence::new(format!("未知のキー `{key}` は無視されます"), did_you_mean(nearest))
        }
        Problem::DuplicateKey { key } => Sentence::new(
            format!("キー `{key}` が重複しています"),
            "先に書かれたほうを使います。こちらは削除してください",
        ),
        Problem::WrongType { key, expected } => {
            Sentence::bare(format!("`{key}` には{}を書いてください", kind(*expected)))
        }
        Problem::BadDate { text } => {
            Sentence::new(format!("`{text}` は日付として読めません"), "`2020-10-08` の形で書いてください")
        }
        Problem::BadColor { text } => Sentence::new(
            format!("`{text}` は色として読めません"),
            "`\"#1a73e8\"` のように引用符で囲んで書いてください",
        ),
        Problem::BadDuration { text } => Sentence::new(
            format!("`{text}` は時間として読めません"),
            "`90s`、`20m`、`1h30m` の形で書いてください",
        ),
        Problem::SideCount { count } => Sentence::new(
            format!("比べられる対象は 2 つから 6 つまでですが、{count} つあります"),
            "7 つ目以降は表示しません。1 つだけの場合は列を作りません",
        ),
        Problem::DuplicateSide { id } => Sentence::new(
            format!("対象 `{id}` が重複しています"),
            "先に書かれたほうを使います。別の id や名前を付けてください",
        ),
        Problem::MissingKey { key, within } => Sentence::new(
            format!("`{within}` に `{key}` のない項目があります"),
            format!("`{key}: …` を書いてください。この項目は使いません"),
        ),
        _ => return None,
    })
}

fn slides(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::UnderlineHeading { looks_like_front_matter: false } => Sentence::new(
            "次の行が下線になり、見出しとして扱われます",
            "スライドを分けるには `---` の前に空行を入れてください",
        ),
        Problem::UnderlineHeading { looks_like_front_matter: true } => Sentence::new(
            "見出しとして表示します。スライドごとのフロントマターには対応していません",
            "`<!-- topic: DNS -->` のようにコメントで書き、`---` の前に空行を入れてください",
        ),
        Problem::SecondTitle => Sentence::new(
            "このスライドにはすでに題があるため、見出しとして表示します",
            "`---` でスライドを分けるか、`####` を使ってください",
        ),
        Problem::IdTaken { id } => Sentence::new(
            format!("id `{id}` はすでに使われています"),
            "先に書かれたほうが有効です。別の id を付けてください",
        ),
        Problem::NearSide { heading, side } => Sentence::new(
            format!("`{heading}` は列になりません"),
            format!("列にするには見出し全体を `{side}` にしてください"),
        ),
        Problem::SecondQuestion => Sentence::new(
            "このスライドにはすでに質問があるため、ふつうのリストとして表示します",
            "質問ごとにスライドを分けてください",
        ),
        Problem::TooDeep => Sentence::new(
            "入れ子が深すぎるため、これより深い部分はこの段に表示します",
            "リストと引用の入れ子は 32 段までにしてください",
        ),
        _ => return None,
    })
}

fn claims(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::TaskMarkSpace => Sentence::new(
            "タスク記号の後ろに半角スペースが必要です",
            "`- [x] ` のように半角スペースを 1 つ入れてください",
        ),
        Problem::ClaimWord { word } => Sentence::new(
            format!("`{word}` を読めません"),
            "書けるのは `#id`、期間 `2020-10..2021-02`、`@2026-11-22`、`replaces:id`、`+` です",
        ),
        Problem::BadPeriod { text } => Sentence::new(
            format!("`{text}` は日付として読めません"),
            "`YYYY`、`YYYY-MM`、`YYYY-MM-DD` のいずれかで、期間は `..` でつないで書いてください",
        ),
        Problem::PeriodOrder { text } => Sentence::new(
            format!("期間 `{text}` の終わりが始まりより前です"),
            "`開始..終了` の順に書いてください。終了日の前日までが期間です",
        ),
        Problem::ImpreciseNearMoment { text, moment } => Sentence::new(
            format!("`{text}` は時点 {moment} を含むため、前後が決まりません"),
            "日まで書いてください",
        ),
        Problem::ReplacesUnknown { id, nearest } => Sentence {
            message: format!("置き換える対象の主張 `{id}` がありません"),
            help: nearest.as_deref().map(did_you_mean),
        },
        Problem::ReplacesOtherSide { id } => {
            Sentence::new(format!("`{id}` は別の列の主張です"), "同じ列の主張を指定してください")
        }
        Problem::ReplacesCircular { id } => Sentence::new(
            format!("`{id}` の置き換えが循環しています"),
            "どれか 1 つの `replaces:` を削除してください",
        ),
        Problem::ReplacesOverlap { id } => Sentence::new(
            format!("置き換え元の `{id}` が終わる前に始まっています"),
            format!("`{id}` の終了日をこの主張の開始日に合わせてください"),
        ),
        _ => return None,
    })
}

fn quiz(problem: &Problem) -> Option<Sentence> {
    Some(match problem {
        Problem::BadWeight { text } => Sentence::new(
            format!("重み `{text}` を読めません"),
            "`対象 +N`、`対象 -N` (N は 1 から 100)、`対象 no` のいずれかで書き、必要なら期間を続けてください",
        ),
        Problem::WeightSide { side, nearest } => Sentence {
            message: format!("対象 `{side}` は宣言されていません"),
            help: nearest.as_deref().map(did_you_mean),
        },
        Problem::WeightNotLast => Sentence::new(
            "重みの後ろに文が続いているため、重みとして読めません",
            "重みの後ろに空行を入れてください",
        ),
        _ => return None,
    })
}

fn text(problem: &Problem) -> Sentence {
    match problem {
        Problem::UnknownFigure { name, nearest } => Sentence {
            message: format!("図 `{name}` はないため、コードとして表示します"),
            help: nearest.as_deref().map(did_you_mean),
        },
        Problem::BadLineSteps { text } => Sentence::new(
            format!("`{text}` は行の指定として読めません"),
            "`{2|4-5}` のように行番号で書いてください",
        ),
        Problem::CommentUnclosed => Sentence::new(
            "コメントが閉じられていないため、以降を本文として表示します",
            "コメントの終わりに `-->` を書いてください",
        ),
        Problem::TextAfterComment => Sentence::new(
            "`-->` の後ろの文はスライドに表示されます",
            "別の行に移すか、コメントの中に入れてください",
        ),
        Problem::DirectiveKey { key, nearest } => Sentence::new(
            format!("`{key}` という指示はないため、コメントはノートとして扱います"),
            did_you_mean(nearest),
        ),
        Problem::DirectiveValue { key, value } => Sentence::new(
            format!("`{value}` は `{key}` の値として読めません"),
            if key == "time" {
                "`90s` や `2m` の形で書いてください"
            } else {
                "`true` か `false` を書いてください"
            },
        ),
        Problem::AddressRefused { address } => Sentence::new(
            format!("アドレス `{address}` にはリンクしません"),
            "http、https、mailto、相対アドレス、フラグメントのいずれかを使ってください",
        ),
        Problem::RawHtml => Sentence::new(
            "HTML はそのまま文字として表示します",
            "Markdown で書いてください。コメントは発表者ノートになります",
        ),
        Problem::EmphasisNotClosed => Sentence::new(
            "約物に隣り合うアスタリスクは強調にならず、そのまま表示されます",
            "約物をアスタリスクの反対側に移すか、間に半角スペースを入れてください",
        ),
        Problem::FootnoteUndefined { label } => Sentence::new(
            format!("脚注 `{label}` の本文がありません"),
            format!("`[^{label}]: …` の段落を書いてください"),
        ),
        Problem::TargetUnknown { id, nearest } => Sentence {
            message: format!("id `{id}` を持つものがデッキにありません"),
            help: nearest.as_deref().map(did_you_mean),
        },
        _ => Sentence::bare("この箇所に問題があります"),
    }
}

fn did_you_mean(nearest: &str) -> String {
    format!("`{nearest}` ではありませんか")
}

fn kind(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "文字列",
        Expected::Number => "整数",
        Expected::List => "リスト",
        Expected::Map => "キーと値の組",
    }
}
