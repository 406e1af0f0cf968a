//! The languages: their names, and for each the table that drives the engine.

use crate::pieces::Kind;

/// What the engine needs to know of a language. Lists of words have spaces between the words.
pub struct Language {
    /// The names it goes by in an info string.
    names: &'static str,
    pub way: Way,
    /// What begins a comment that ends with its line.
    pub line_comments: &'static [&'static [u8]],
    /// Whether a comment needs a gap before it.
    pub gap_before_comment: bool,
    /// Whether there are comments between `/*` and `*/`, and whether they nest.
    pub block_comments: Option<Nesting>,
    /// The longer one first where one begins like another.
    pub quotes: &'static [Quote],
    /// Words that may stand right before a quote.
    pub prefixes: &'static str,
    /// Bytes of words besides letters, digits and `_`.
    pub in_words: &'static [u8],
    pub words: &'static [(Kind, &'static str)],
    /// What stands after a key.
    pub after_key: Option<u8>,
    /// Whether words that begin with a capital are names.
    pub capitals: bool,
    /// Whether `<<END` begins a text that goes to the line `END`.
    pub heredocs: bool,
}

/// What is peculiar to a language and fits into no table.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Plain,
    JavaScript,
    Rust,
    Hcl,
    Toml,
    Shell,
    /// A shell's commands, which stand behind prompts, and what they print.
    Console,
    Yaml,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Nesting {
    Flat,
    Nested,
}

/// A kind of string.
pub struct Quote {
    /// What begins and what ends it.
    pub mark: &'static [u8],
    /// Whether it goes on over line ends.
    pub lines: bool,
    pub inside: Inside,
}

/// What counts inside a string.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Inside {
    Nothing,
    /// A doubled quote is one quote.
    Doubled,
    /// A backslash takes the next character with it.
    Escapes,
    /// So it does, and `${…}` is code.
    Holes,
}

const fn quote(mark: &'static [u8], lines: bool, inside: Inside) -> Quote {
    Quote { mark, lines, inside }
}

const NONE: Language = Language {
    names: "",
    way: Way::Plain,
    line_comments: &[],
    gap_before_comment: false,
    block_comments: None,
    quotes: &[],
    prefixes: "",
    in_words: b"",
    words: &[],
    after_key: None,
    capitals: false,
    heredocs: false,
};

const JSON: Language = Language {
    names: "json jsonc",
    line_comments: &[b"//"],
    block_comments: Some(Nesting::Flat),
    quotes: &[quote(b"\"", false, Inside::Escapes)],
    words: &[(Kind::Literal, "true false null")],
    after_key: Some(b':'),
    ..NONE
};

const YAML: Language = Language {
    names: "yaml yml",
    way: Way::Yaml,
    line_comments: &[b"#"],
    gap_before_comment: true,
    quotes: &[quote(b"\"", false, Inside::Escapes), quote(b"'", false, Inside::Doubled)],
    words: &[(
        Kind::Literal,
        "true false null True False Null TRUE FALSE NULL ~ yes no on off Yes No On Off .inf -.inf .nan",
    )],
    ..NONE
};

const TOML: Language = Language {
    names: "toml",
    way: Way::Toml,
    line_comments: &[b"#"],
    quotes: &[
        quote(b"\"\"\"", true, Inside::Escapes),
        quote(b"'''", true, Inside::Nothing),
        quote(b"\"", false, Inside::Escapes),
        quote(b"'", false, Inside::Nothing),
    ],
    in_words: b"-.",
    words: &[(Kind::Literal, "true false"), (Kind::Number, "inf nan")],
    after_key: Some(b'='),
    ..NONE
};

const HCL: Language = Language {
    names: "hcl tf terraform",
    way: Way::Hcl,
    line_comments: &[b"#", b"//"],
    block_comments: Some(Nesting::Flat),
    quotes: &[quote(b"\"", false, Inside::Holes)],
    in_words: b"-",
    words: &[
        (Kind::Keyword, "for in if else endif endfor"),
        (Kind::Literal, "true false null"),
        (Kind::Name, "string number bool list map set object tuple any"),
        (Kind::Variable, "var local data module each count path self terraform"),
    ],
    after_key: Some(b'='),
    heredocs: true,
    ..NONE
};

const SHELL: Language = Language {
    names: "bash sh shell",
    way: Way::Shell,
    line_comments: &[b"#"],
    gap_before_comment: true,
    quotes: &[quote(b"\"", true, Inside::Holes), quote(b"'", true, Inside::Nothing)],
    in_words: b"-./:,@%+~*?^",
    words: &[
        (
            Kind::Keyword,
            "if then elif else fi for in while until do done case esac select function time return exit \
             export local readonly declare unset set source alias break continue shift trap eval exec",
        ),
        (Kind::Literal, "true false"),
    ],
    heredocs: true,
    ..NONE
};

const CONSOLE: Language = Language { names: "console", way: Way::Console, ..SHELL };

const RUST: Language = Language {
    names: "rust rs",
    way: Way::Rust,
    line_comments: &[b"//"],
    block_comments: Some(Nesting::Nested),
    quotes: &[quote(b"\"", true, Inside::Escapes)],
    prefixes: "b c r br cr",
    words: &[
        (
            Kind::Keyword,
            "as async await break const continue crate dyn else enum extern fn for if impl in let loop match mod \
             move mut pub ref return static struct super trait type union unsafe use where while yield",
        ),
        (Kind::Literal, "true false"),
        (Kind::Variable, "self"),
        (Kind::Name, "bool char str u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64"),
    ],
    capitals: true,
    ..NONE
};

const GO: Language = Language {
    names: "go",
    line_comments: &[b"//"],
    block_comments: Some(Nesting::Flat),
    quotes: &[
        quote(b"\"", false, Inside::Escapes),
        quote(b"`", true, Inside::Nothing),
        quote(b"'", false, Inside::Escapes),
    ],
    words: &[
        (
            Kind::Keyword,
            "break case chan const continue default defer else fallthrough for func go goto if import interface map \
             package range return select struct switch type var",
        ),
        (Kind::Literal, "true false nil iota"),
        (
            Kind::Name,
            "any bool byte comparable complex64 complex128 error float32 float64 int int8 int16 int32 int64 rune \
             string uint uint8 uint16 uint32 uint64 uintptr",
        ),
    ],
    capitals: true,
    ..NONE
};

const PYTHON: Language = Language {
    names: "python py",
    line_comments: &[b"#"],
    quotes: &[
        quote(b"\"\"\"", true, Inside::Escapes),
        quote(b"'''", true, Inside::Escapes),
        quote(b"\"", false, Inside::Escapes),
        quote(b"'", false, Inside::Escapes),
    ],
    prefixes: "r b f u t rb br fr rf R B F U",
    words: &[
        (
            Kind::Keyword,
            "and as assert async await break case class continue def del elif else except finally for from global \
             if import in is lambda match nonlocal not or pass raise return try while with yield",
        ),
        (Kind::Literal, "True False None"),
        (Kind::Variable, "self cls"),
        (Kind::Name, "bool bytes dict float int list object set str tuple"),
    ],
    capitals: true,
    ..NONE
};

const JAVASCRIPT: Language = Language {
    names: "javascript js jsx typescript ts",
    way: Way::JavaScript,
    line_comments: &[b"//"],
    block_comments: Some(Nesting::Flat),
    quotes: &[
        quote(b"\"", false, Inside::Escapes),
        quote(b"'", false, Inside::Escapes),
        quote(b"`", true, Inside::Holes),
    ],
    in_words: b"$",
    words: &[
        (
            Kind::Keyword,
            "abstract as async await break case catch class const continue declare default delete do else enum \
             export extends finally for from function if implements import in instanceof interface keyof let \
             namespace new of private protected public readonly return satisfies static super switch throw try \
             type typeof var void while with yield",
        ),
        (Kind::Literal, "true false null undefined NaN Infinity"),
        (Kind::Variable, "this"),
        (Kind::Name, "any bigint boolean never number object string symbol unknown"),
    ],
    after_key: Some(b':'),
    capitals: true,
    ..NONE
};

static LANGUAGES: [Language; 10] = [YAML, JSON, TOML, HCL, SHELL, CONSOLE, RUST, GO, PYTHON, JAVASCRIPT];

/// The language that goes by `name`.
pub fn find(name: &[u8]) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| has(language.names, name))
}

/// Whether `word` is in a list of words.
pub fn has(list: &str, word: &[u8]) -> bool {
    !word.is_empty() && list.as_bytes().split(|byte| *byte == b' ').any(|other| other == word)
}

impl Language {
    /// The kind of a word that the language knows.
    pub fn kind_of(&self, word: &[u8]) -> Option<Kind> {
        self.words.iter().find(|(_, list)| has(list, word)).map(|(kind, _)| *kind)
    }
}
