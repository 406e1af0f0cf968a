//! A deck of many slides and its page, for measuring what grows with a deck.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::site;

pub const SLIDES: usize = 1000;
/// A deck with so many has 8,100 claims, each with a period.
pub const DATED_SLIDES: usize = 1350;

const FILE: &str = "large.md";
const HEAD: &str = "---\ntitle: 大きなデッキ\nlang: ja\n\
                    sides: [{ id: gke, name: GKE }, { id: eks, name: EKS }]\n---\n";

/// Words of the claims. Their numbers have no common divisor, so that few sentences are the same.
const THINGS: [&str; 11] = [
    "クラスタ",
    "ノードプール",
    "コントロールプレーン",
    "ｵｰﾄｽｹｰﾙ",
    "ロードバランサ",
    "永続ボリューム",
    "監査ログ",
    "権限の割り当て",
    "アップグレード",
    "イメージの取得",
    "秘密情報",
];
const TERMS: [&str; 13] = [
    "cluster",
    "node group",
    "ＧＫＥ",
    "autoscaler",
    "IAM role",
    "Ingress",
    "ＶＰＣ",
    "network policy",
    "release channel",
    "spot instances",
    "Workload Identity",
    "CSI driver",
    "ＡＰＩ",
];
const ENDS: [&str; 7] = [
    "を自動で更新できる",
    "の料金は時間あたりで決まる",
    "は利用者が設定する",
    "に上限がある",
    "を地域ごとに分けられる",
    "は標準で有効になっている",
    "の状態を一覧で見られる",
];

/// Writes the deck and a page that shows it into `directory`; the page is that of `site` but for its deck.
pub fn write(site: &Path, directory: &Path, slides: usize, is_dated: bool) -> Result<()> {
    let page = site.join("index.html");
    let page = fs::read_to_string(&page).with_context(|| format!("can't read {}", page.display()))?;
    fs::create_dir_all(directory).with_context(|| format!("can't create {}", directory.display()))?;
    for (name, text) in [("index.html", site::page_for(&page, FILE)?), (FILE, deck(slides, is_dated))] {
        let file = directory.join(name);
        fs::write(&file, text).with_context(|| format!("can't write {}", file.display()))?;
    }
    Ok(())
}

fn deck(slides: usize, is_dated: bool) -> String {
    let mut text = HEAD.to_owned();
    for slide in 1..=slides {
        let (thing, term) = (THINGS[slide % THINGS.len()], TERMS[slide % TERMS.len()]);
        let _ =
            writeln!(text, "{}## 第{slide}回 {thing} と {term}", if slide > 1 { "\n---\n\n" } else { "" });
        for (side, name) in ["GKE", "EKS"].into_iter().enumerate() {
            let _ = writeln!(text, "\n### {name}\n");
            for claim in 0..3 {
                let number = slide * 6 + side * 3 + claim;
                let period = if is_dated { period(number) } else { String::new() };
                let _ = writeln!(text, "- {period}{}", sentence(number));
            }
        }
    }
    text
}

/// Years of 2016 to 2026, every third claim ended.
fn period(number: usize) -> String {
    let (from, month) = (2016 + number % 9, number % 12 + 1);
    let until = if number.is_multiple_of(3) { (from + 2).to_string() } else { String::new() };
    let mark = ["", "[x] ", "[ ] "][number % 5 % 3];
    format!("{mark}`{from}-{month:02}..{until}` ")
}

fn sentence(number: usize) -> String {
    let (thing, term) = (THINGS[number % THINGS.len()], TERMS[number % TERMS.len()]);
    format!("{thing}では {term} {} ({number} 件まで)", ENDS[number % ENDS.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slide_has_two_columns_with_three_claims() {
        let deck = deck(SLIDES, false);
        let count = |part: &str| deck.lines().filter(|line| line.starts_with(part)).count();
        assert_eq!([count("## 第"), count("### "), count("- ")], [SLIDES, 2 * SLIDES, 6 * SLIDES]);
        assert!(deck.contains("\n\n---\n\n## 第2回 "));
    }

    #[test]
    fn a_dated_deck_has_a_period_on_each_claim() {
        let deck = deck(DATED_SLIDES, true);
        let claims = deck.lines().filter(|line| line.starts_with("- "));
        assert_eq!(claims.clone().count(), 8100);
        assert!(claims.clone().all(|line| line.contains("..")));
        assert!(deck.contains("- [x] `2") && deck.contains("- [ ] `2"));
    }
}
