//! How usage, alert level and cap share one bar.

/// Usage in the period and its levels, in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    pub used: u64,
    pub alert: Option<u64>,
    pub cap: Option<u64>,
}

/// How the usage stands to its levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Below the levels.
    Normal,
    /// At or over the alert level.
    Alert,
    /// At or over the cap.
    Over,
}

/// Places on the bar, in percent of its length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    pub used: f64,
    /// Not drawn when it is where the cap is.
    pub alert: Option<f64>,
    /// Not drawn at the very end of the bar, where the bar itself ends.
    pub cap: Option<f64>,
    pub tone: Tone,
}

/// Lays out the bar: it ends at the cap, or, where there is none, at the alert level, or at the usage when that is
/// more. Without any level there is nothing to measure against.
pub fn scale(usage: Usage) -> Option<Scale> {
    let level = usage.cap.or(usage.alert)?;
    let end = level.max(usage.used).max(1) as f64;
    let at = |bytes: u64| bytes as f64 / end * 100.0;
    let reached = |level: Option<u64>| level.is_some_and(|level| usage.used >= level);
    let tone = match (reached(usage.cap), reached(usage.alert)) {
        (true, _) => Tone::Over,
        (_, true) => Tone::Alert,
        _ => Tone::Normal,
    };
    Some(Scale {
        used: at(usage.used),
        alert: usage.alert.filter(|&alert| Some(alert) != usage.cap).map(at).filter(|&at| at < 100.0),
        cap: usage.cap.map(at).filter(|&at| at < 100.0),
        tone,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scaled(used: u64, alert: Option<u64>, cap: Option<u64>) -> Option<Scale> {
        scale(Usage { used, alert, cap })
    }

    #[test]
    fn below_and_between_the_levels() {
        let expected = Scale { used: 50.0, alert: Some(80.0), cap: None, tone: Tone::Normal };
        assert_eq!(scaled(50, Some(80), Some(100)), Some(expected));
        assert_eq!(scaled(80, Some(80), Some(100)).map(|scale| scale.tone), Some(Tone::Alert));
    }

    #[test]
    fn over_the_cap_the_usage_is_the_end() {
        let expected = Scale { used: 100.0, alert: Some(40.0), cap: Some(50.0), tone: Tone::Over };
        assert_eq!(scaled(200, Some(80), Some(100)), Some(expected));
    }

    #[test]
    fn with_one_level_or_none() {
        assert_eq!(scaled(50, None, None), None);
        let alert_only = scaled(40, Some(80), None);
        assert_eq!(alert_only.map(|scale| (scale.used, scale.alert, scale.cap)), Some((50.0, None, None)));
        assert_eq!(scaled(0, Some(0), Some(0)).map(|scale| scale.tone), Some(Tone::Over));
    }
}
