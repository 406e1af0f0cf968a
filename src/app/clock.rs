//! The speaker's clock: the time of day, and the time that the talk has taken.

/// A moment of the reader's clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// Since 1970.
    pub seconds: u32,
    pub hour: u8,
    pub minute: u8,
}

/// Counts by the clock, not by ticks: a machine that slept has counted on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    pub now: Time,
    /// The second from which time is counted; none: paused, or not begun.
    since: Option<u32>,
    /// What was counted before that, in seconds.
    held: u32,
    has_begun: bool,
}

impl Clock {
    /// The time of the talk so far, in seconds.
    pub fn elapsed(&self) -> u32 {
        self.held + self.since.map_or(0, |since| self.now.seconds.saturating_sub(since))
    }

    pub fn is_running(&self) -> bool {
        self.since.is_some()
    }

    /// The first tick begins to count.
    pub fn tick(&mut self, now: Time) {
        self.now = now;
        if !self.has_begun {
            self.has_begun = true;
            self.since = Some(now.seconds);
        }
    }

    pub fn toggle(&mut self) {
        self.held = self.elapsed();
        self.since = if self.is_running() { None } else { Some(self.now.seconds) };
    }

    pub fn reset(&mut self) {
        self.held = 0;
        self.since = self.since.map(|_| self.now.seconds);
    }

    /// As a text that a reload finds: the second from which it counts, or `-`, and what it held.
    pub fn text(&self) -> String {
        let since = self.since.map_or("-".to_owned(), |since| since.to_string());
        format!("{since} {}", self.held)
    }

    /// Takes such a text; anything else changes nothing.
    pub fn take_text(&mut self, text: &str) {
        let Some((since, held)) = text.split_once(' ') else { return };
        let (since, held): (Option<u32>, Option<u32>) = (since.parse().ok(), held.parse().ok());
        if let Some(held) = held {
            *self = Self { since, held, has_begun: true, now: self.now };
        }
    }
}

/// A length of time in minutes and seconds, and from an hour on in hours too.
pub fn duration_text(seconds: u32) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u32) -> Time {
        Time { seconds, hour: 0, minute: 0 }
    }

    #[test]
    fn time_counts_from_the_first_tick_with_pauses_left_out() {
        let mut clock = Clock::default();
        assert_eq!((clock.elapsed(), clock.is_running()), (0, false));
        clock.tick(at(100));
        clock.tick(at(160));
        assert_eq!((clock.elapsed(), clock.is_running()), (60, true));
        clock.toggle();
        clock.tick(at(1000));
        assert_eq!((clock.elapsed(), clock.is_running()), (60, false));
        clock.toggle();
        clock.tick(at(1005));
        assert_eq!(clock.elapsed(), 65);
        clock.reset();
        clock.tick(at(1006));
        assert_eq!((clock.elapsed(), clock.is_running()), (1, true));
    }

    #[test]
    fn a_reload_finds_the_clock_as_it_was() {
        let mut clock = Clock::default();
        clock.tick(at(100));
        let mut reloaded = Clock::default();
        reloaded.take_text(&clock.text());
        reloaded.tick(at(130));
        assert_eq!((reloaded.elapsed(), reloaded.is_running()), (30, true));
        reloaded.toggle();
        let mut paused = Clock::default();
        paused.take_text(&reloaded.text());
        paused.tick(at(200));
        assert_eq!((paused.elapsed(), paused.is_running()), (30, false));
        paused.take_text("nonsense");
        paused.take_text("1 x");
        assert_eq!(paused.elapsed(), 30);
    }

    #[test]
    fn lengths_of_time_read_as_on_a_clock() {
        assert_eq!([0, 65, 3661].map(duration_text), ["0:00", "1:05", "1:01:01"]);
    }
}
