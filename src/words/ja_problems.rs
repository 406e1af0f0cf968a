//! The sentences of the diagnostics in Japanese. `{0}` and `{1}` stand for the problem's facts.

use super::problem::{Expected, Problem, Template, YamlProblem};

/// What `problem` is, and how to repair it; an empty repair is none.
#[expect(clippy::too_many_lines, reason = "a table: one line a sentence")]
pub fn template(problem: &Problem) -> Template {
    match problem {
        Problem::FrontMatterUnclosed => (
            "フロントマターが閉じられていません",
            "最後のキーの次の行に `---` を書いてください。それまではスライドとして表示します",
        ),
        Problem::FrontMatterSyntax(_) => (
            "フロントマターを YAML として読めません: {0}",
            "ここより前のキーは有効です。`:` や `#` を含む文字列は引用符で囲んでください",
        ),
        Problem::UnknownKey { .. } => ("未知のキー `{0}` は無視されます", ""),
        Problem::DuplicateKey { .. } => {
            ("キー `{0}` が重複しています", "先に書かれたほうを使います。こちらは削除してください")
        }
        Problem::WrongType { .. } => ("`{0}` には{1}を書いてください", ""),
        Problem::BadDate { .. } => ("`{0}` は日付として読めません", "`2020-10-08` の形で書いてください"),
        Problem::BadColor { .. } => {
            ("`{0}` は色として読めません", "`\"#1a73e8\"` のように引用符で囲んで書いてください")
        }
        Problem::BadDuration { .. } => {
            ("`{0}` は時間として読めません", "`90s`、`20m`、`1h30m` の形で書いてください")
        }
        Problem::SideCount { .. } => (
            "比べられる対象は 2 つから 6 つまでですが、{0} つあります",
            "7 つ目以降は表示しません。1 つだけの場合は列を作りません",
        ),
        Problem::DuplicateSide { .. } => {
            ("対象 `{0}` が重複しています", "先に書かれたほうを使います。別の id や名前を付けてください")
        }
        Problem::MissingKey { .. } => {
            ("`{1}` に `{0}` のない項目があります", "`{0}: …` を書いてください。この項目は使いません")
        }
        Problem::UnderlineHeading { looks_like_front_matter: false } => (
            "次の行が下線になり、見出しとして扱われます",
            "スライドを分けるには `---` の前に空行を入れてください",
        ),
        Problem::UnderlineHeading { looks_like_front_matter: true } => (
            "見出しとして表示します。スライドごとのフロントマターには対応していません",
            "`<!-- topic: DNS -->` のようにコメントで書き、`---` の前に空行を入れてください",
        ),
        Problem::SecondTitle => (
            "このスライドにはすでに題があるため、見出しとして表示します",
            "`---` でスライドを分けるか、`####` を使ってください",
        ),
        Problem::IdTaken { .. } => {
            ("id `{0}` はすでに使われています", "先に書かれたほうが有効です。別の id を付けてください")
        }
        Problem::NearSide { .. } => {
            ("`{0}` は列になりません", "列にするには見出し全体を `{1}` にしてください")
        }
        Problem::SecondQuestion => (
            "このスライドにはすでに質問があるため、ふつうのリストとして表示します",
            "質問ごとにスライドを分けてください",
        ),
        Problem::TooDeep => (
            "入れ子が深すぎるため、これより深い部分はこの段に表示します",
            "リストと引用の入れ子は 32 段までにしてください",
        ),
        Problem::TaskMarkSpace => {
            ("タスク記号の後ろに半角スペースが必要です", "`- [x] ` のように半角スペースを 1 つ入れてください")
        }
        Problem::ClaimWord { .. } => (
            "`{0}` を読めません",
            "書けるのは `#id`、期間 `2020-10..2021-02`、`@2026-11-22`、`replaces:id`、`+` です",
        ),
        Problem::BadPeriod { .. } => (
            "`{0}` は日付として読めません",
            "`YYYY`、`YYYY-MM`、`YYYY-MM-DD` のいずれかで、期間は `..` でつないで書いてください",
        ),
        Problem::PeriodOrder { .. } => (
            "期間 `{0}` の終わりが始まりより前です",
            "`開始..終了` の順に書いてください。終了日の前日までが期間です",
        ),
        Problem::ImpreciseNearMoment { .. } => {
            ("`{0}` は時点 {1} を含むため、前後が決まりません", "日まで書いてください")
        }
        Problem::ReplacesUnknown { .. } => ("置き換える対象の主張 `{0}` がありません", ""),
        Problem::ReplacesOtherSide { .. } => ("`{0}` は別の列の主張です", "同じ列の主張を指定してください"),
        Problem::ReplacesCircular { .. } => {
            ("`{0}` の置き換えが循環しています", "どれか 1 つの `replaces:` を削除してください")
        }
        Problem::ReplacesOverlap { .. } => (
            "置き換え元の `{0}` が終わる前に始まっています",
            "`{0}` の終了日をこの主張の開始日に合わせてください",
        ),
        Problem::BadWeight { .. } => (
            "重み `{0}` を読めません",
            "`対象 +N`、`対象 -N` (N は 1 から 100)、`対象 no` のいずれかで書き、必要なら期間を続けてください",
        ),
        Problem::WeightSide { .. } => ("対象 `{0}` は宣言されていません", ""),
        Problem::WeightNotLast => {
            ("重みの後ろに文が続いているため、重みとして読めません", "重みの後ろに空行を入れてください")
        }
        Problem::UnknownFigure { .. } => ("図 `{0}` はないため、コードとして表示します", ""),
        Problem::BadLineSteps { .. } => {
            ("`{0}` は行の指定として読めません", "`{2|4-5}` のように行番号で書いてください")
        }
        Problem::CommentUnclosed => (
            "コメントが閉じられていないため、以降を本文として表示します",
            "コメントの終わりに `-->` を書いてください",
        ),
        Problem::TextAfterComment => {
            ("`-->` の後ろの文はスライドに表示されます", "別の行に移すか、コメントの中に入れてください")
        }
        Problem::DirectiveKey { .. } => ("`{0}` という指示はないため、コメントはノートとして扱います", ""),
        Problem::DirectiveValue { key, .. } if key == "time" => {
            ("`{1}` は `{0}` の値として読めません", "`90s` や `2m` の形で書いてください")
        }
        Problem::DirectiveValue { key, .. } if key == "hide" => {
            ("`{1}` は `{0}` の値として読めません", "`true` か `false` を書いてください")
        }
        Problem::DirectiveValue { .. } => ("`{0}` の値がありません", "コロンの後ろに文字列を書いてください"),
        Problem::AddressRefused { .. } => (
            "アドレス `{0}` にはリンクしません",
            "http、https、mailto、相対アドレス、フラグメントのいずれかを使ってください",
        ),
        Problem::RawHtml => (
            "HTML はそのまま文字として表示します",
            "Markdown で書いてください。コメントは発表者ノートになります",
        ),
        Problem::EmphasisNotClosed => (
            "約物に隣り合うアスタリスクは強調にならず、そのまま表示されます",
            "約物をアスタリスクの反対側に移すか、間に半角スペースを入れてください",
        ),
        Problem::FootnoteUndefined { .. } => {
            ("脚注 `{0}` の本文がありません", "`[^{0}]: …` の段落を書いてください")
        }
        Problem::TargetUnknown { .. } => ("id `{0}` を持つものがデッキにありません", ""),
    }
}

pub const DID_YOU_MEAN: &str = "`{0}` ではありませんか";

pub fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "文字列",
        Expected::Number => "整数",
        Expected::List => "リスト",
        Expected::Map => "キーと値の組",
    }
}

pub fn yaml(problem: YamlProblem) -> &'static str {
    match problem {
        YamlProblem::UnclosedQuote => "引用符が閉じられていません",
        YamlProblem::UnclosedBracket => "括弧が閉じられていないか、カンマがありません",
        YamlProblem::NoKey => "`キー:` のない行があります",
        YamlProblem::Indentation => "字下げが上の行と合いません",
        YamlProblem::TextBehindValue => "引用符で囲んだ値の後ろに文字があります",
        YamlProblem::TooDeep => "入れ子が深すぎます",
        YamlProblem::Unsupported => "アンカー、エイリアス、タグには対応していません",
    }
}
