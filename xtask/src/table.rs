//! Lays rows out as aligned columns of plain text.

/// `rows` in columns two spaces apart. The first column is aligned left, all others right. Widths are in characters.
pub fn aligned(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    rows.iter().map(|row| line(row, &widths) + "\n").collect()
}

fn line(row: &[String], widths: &[usize]) -> String {
    let cell = |(column, text): (usize, &String)| match column {
        0 => format!("{text:<width$}", width = widths[0]),
        _ => format!("{text:>width$}", width = widths[column]),
    };
    let cells: Vec<String> = row.iter().enumerate().map(cell).collect();
    cells.join("  ").trim_end().to_owned()
}

/// `number` with a comma between thousands.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [
            vec!["file".to_owned(), "raw".to_owned()],
            vec!["a.js".to_owned(), "12,345".to_owned()],
            vec!["index.html".to_owned(), "7".to_owned()],
        ];
        assert_eq!(aligned(&rows), "file           raw\na.js        12,345\nindex.html       7\n");
    }

    #[test]
    fn rows_may_be_shorter_than_others() {
        assert_eq!(aligned(&[vec!["all".into()], vec!["a".into(), "1".into()]]), "all\na    1\n");
        assert_eq!(aligned(&[]), "");
    }

    #[test]
    fn thousands_are_set_apart() {
        let all = [0, 999, 1000, 190_000, 1_234_567].map(thousands);
        assert_eq!(all, ["0", "999", "1,000", "190,000", "1,234,567"]);
    }
}
