//! The examples of the CommonMark specification: their text must be found in what is read.
