//! Reads the text form.

use crate::account::AccountId;
use crate::amount;
use crate::filter::{
    AccountTest, AmountField, ChoiceField, DEEPEST, Filter, NumberTest, OptionalField, TextField, TextTest,
    TimeField, TimeTest,
};
use std::str::FromStr;

/// Words that mean something of their own and stand in quotes when they are a value.
pub(super) const KEYWORDS: [&str; 6] = ["and", "or", "not", "in", "is", "empty"];

/// What is wrong with a typed filter, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{mistake:?} at character {at}")]
pub struct TextError {
    /// Characters before the place.
    pub at: usize,
    pub mistake: Mistake,
}

/// What is wrong at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A field or a group should stand here.
    ExpectedCondition,
    /// An operator that this field has should stand here.
    ExpectedOperator,
    /// A value should stand here.
    ExpectedValue,
    /// A number, an amount or a percentage should stand here.
    ExpectedNumber,
    /// A date or a time should stand here.
    ExpectedTime,
    /// A parenthesis or a comma should stand here.
    ExpectedPunctuation,
    /// A quotation mark is never closed.
    OpenQuote,
    /// The filter should end here.
    ExpectedEnd,
    /// Groups are nested too deep.
    TooDeep,
}

impl FromStr for Filter {
    type Err = TextError;

    fn from_str(text: &str) -> Result<Self, TextError> {
        let mut reader = Reader { tokens: tokens(text)?, next: 0, end: text.chars().count() };
        let filter = reader.either(0)?;
        match reader.peek() {
            None => Ok(filter),
            Some(_) => Err(reader.mistake(Mistake::ExpectedEnd)),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(char),
    Comparison(String),
}

fn tokens(text: &str) -> Result<Vec<(usize, Token)>, TextError> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().enumerate().peekable();
    while let Some((at, char)) = chars.next() {
        let token = match char {
            c if c.is_whitespace() => continue,
            '(' | ')' | ',' => Token::Sign(char),
            '<' | '>' | '=' => {
                let equal = if char == '=' { None } else { chars.next_if(|&(_, c)| c == '=') };
                Token::Comparison(if equal.is_some() { format!("{char}=") } else { char.to_string() })
            }
            '"' => {
                let mut value = String::new();
                loop {
                    match chars.next() {
                        Some((_, '"')) => break,
                        Some((_, '\\')) => value.extend(chars.next().map(|(_, c)| c)),
                        Some((_, c)) => value.push(c),
                        None => return Err(TextError { at, mistake: Mistake::OpenQuote }),
                    }
                }
                Token::Quoted(value)
            }
            _ => {
                let mut word = char.to_string();
                let part =
                    |c: char| !c.is_whitespace() && !matches!(c, '(' | ')' | ',' | '<' | '>' | '=' | '"');
                while let Some((_, c)) = chars.next_if(|&(_, c)| part(c)) {
                    word.push(c);
                }
                Token::Word(word)
            }
        };
        tokens.push((at, token));
    }
    Ok(tokens)
}

struct Reader {
    tokens: Vec<(usize, Token)>,
    next: usize,
    end: usize,
}

type Read<T> = Result<T, TextError>;

impl Reader {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next).map(|(_, token)| token)
    }

    fn mistake(&self, mistake: Mistake) -> TextError {
        TextError { at: self.tokens.get(self.next).map_or(self.end, |(at, _)| *at), mistake }
    }

    /// Goes past the word if it stands here.
    fn word(&mut self, word: &str) -> bool {
        let here = matches!(self.peek(), Some(Token::Word(found)) if found == word);
        self.next += usize::from(here);
        here
    }

    /// Goes past these words if all of them stand here.
    fn words(&mut self, words: &[&str]) -> bool {
        let here = words.iter().enumerate().all(|(index, word)| {
            matches!(self.tokens.get(self.next + index), Some((_, Token::Word(found))) if found == word)
        });
        self.next += if here { words.len() } else { 0 };
        here
    }

    fn sign(&mut self, sign: char) -> bool {
        let here = self.peek() == Some(&Token::Sign(sign));
        self.next += usize::from(here);
        here
    }

    fn expect_sign(&mut self, sign: char) -> Read<()> {
        if self.sign(sign) { Ok(()) } else { Err(self.mistake(Mistake::ExpectedPunctuation)) }
    }

    fn either(&mut self, depth: usize) -> Read<Filter> {
        let first = self.both(depth)?;
        let mut parts = vec![first];
        while self.word("or") {
            parts.push(self.both(depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Any(parts) })
    }

    fn both(&mut self, depth: usize) -> Read<Filter> {
        let mut parts = vec![self.one(depth)?];
        while self.word("and") {
            parts.push(self.one(depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::All(parts) })
    }

    fn one(&mut self, depth: usize) -> Read<Filter> {
        if depth >= DEEPEST {
            return Err(self.mistake(Mistake::TooDeep));
        }
        if self.word("not") {
            return Ok(Filter::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.word("everything") {
            return Ok(Filter::All(Vec::new()));
        }
        if self.word("nothing") {
            return Ok(Filter::Any(Vec::new()));
        }
        if self.sign('(') {
            return self.closed(depth);
        }
        if self.word("all") {
            self.expect_sign('(')?;
            return Ok(Filter::All(vec![self.closed(depth)?]));
        }
        if self.word("any") {
            self.expect_sign('(')?;
            return Ok(Filter::Any(vec![self.closed(depth)?]));
        }
        self.condition()
    }

    fn closed(&mut self, depth: usize) -> Read<Filter> {
        let inner = self.either(depth + 1)?;
        self.expect_sign(')')?;
        Ok(inner)
    }

    fn condition(&mut self) -> Read<Filter> {
        let Some(Token::Word(field)) = self.peek().cloned() else {
            return Err(self.mistake(Mistake::ExpectedCondition));
        };
        let unknown = self.mistake(Mistake::ExpectedCondition);
        self.next += 1;
        if field == "search" {
            return Ok(Filter::Search(self.value()?));
        }
        if let Some(field) = OptionalField::from_code(&field)
            && self.words(&["is", "empty"])
        {
            return Ok(Filter::Empty(field));
        }
        if let Some(field) = TextField::from_code(&field) {
            return Ok(Filter::Text { field, test: self.text_test()? });
        }
        if let Some(field) = ChoiceField::from_code(&field) {
            let any_of = self.is_or_in()?.ok_or_else(|| self.mistake(Mistake::ExpectedOperator))?;
            return Ok(Filter::Choice { field, any_of });
        }
        if let Some(field) = AmountField::from_code(&field) {
            return Ok(Filter::Amount { field, test: self.number_test(field)? });
        }
        if let Some(field) = TimeField::from_code(&field) {
            return Ok(Filter::Time { field, test: self.time_test()? });
        }
        match field.as_str() {
            "account" => self.account_test().map(Filter::Account),
            "in_session" => self.yes_or_no().map(Filter::InSession),
            _ => Err(unknown),
        }
    }

    fn value(&mut self) -> Read<String> {
        let value = match self.peek() {
            Some(Token::Quoted(value)) => value.clone(),
            Some(Token::Word(value)) if !KEYWORDS.contains(&value.as_str()) => value.clone(),
            _ => return Err(self.mistake(Mistake::ExpectedValue)),
        };
        self.next += 1;
        Ok(value)
    }

    fn list<T>(&mut self, item: impl Fn(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        self.expect_sign('(')?;
        let mut items = Vec::new();
        if self.sign(')') {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if self.sign(')') {
                return Ok(items);
            }
            self.expect_sign(',')?;
        }
    }

    /// `is value` or `in (values)`; none where another operator stands.
    fn is_or_in(&mut self) -> Read<Option<Vec<String>>> {
        if self.word("is") {
            return Ok(Some(vec![self.value()?]));
        }
        if self.word("in") {
            return self.list(Self::value).map(Some);
        }
        Ok(None)
    }

    fn text_test(&mut self) -> Read<TextTest> {
        if self.word("contains") {
            return self.value().map(TextTest::Contains);
        }
        if self.words(&["starts", "with"]) {
            return self.value().map(TextTest::StartsWith);
        }
        match self.is_or_in()? {
            Some(texts) => Ok(TextTest::AnyOf(texts)),
            None => Err(self.mistake(Mistake::ExpectedOperator)),
        }
    }

    fn account_test(&mut self) -> Read<AccountTest> {
        let id = |reader: &mut Self| reader.whole_number().map(AccountId);
        if self.words(&["id", "in"]) {
            return self.list(id).map(AccountTest::AnyOf);
        }
        if self.word("id") {
            return Ok(AccountTest::AnyOf(vec![id(self)?]));
        }
        if self.word("under") {
            return id(self).map(AccountTest::Within);
        }
        self.text_test().map(AccountTest::Name)
    }

    fn yes_or_no(&mut self) -> Read<bool> {
        if !self.word("is") {
            return Err(self.mistake(Mistake::ExpectedOperator));
        }
        if self.word("yes") {
            return Ok(true);
        }
        if self.word("no") { Ok(false) } else { Err(self.mistake(Mistake::ExpectedValue)) }
    }

    fn whole_number(&mut self) -> Read<u32> {
        match self.peek() {
            Some(Token::Word(word)) if word.bytes().all(|byte| byte.is_ascii_digit()) => {
                let number = word.parse().map_err(|_| self.mistake(Mistake::ExpectedNumber))?;
                self.next += 1;
                Ok(number)
            }
            _ => Err(self.mistake(Mistake::ExpectedNumber)),
        }
    }

    fn number(&mut self, field: AmountField) -> Read<u64> {
        let Some(Token::Word(word)) = self.peek() else { return Err(self.mistake(Mistake::ExpectedNumber)) };
        let number = match field {
            AmountField::CapUsed | AmountField::AlertOfCap => word.trim_end_matches('%').parse().ok(),
            AmountField::Usage | AmountField::Cap | AmountField::Alert => {
                amount::parse(word).ok().map(|bytes| bytes.unwrap_or(0))
            }
        };
        let number = number.ok_or_else(|| self.mistake(Mistake::ExpectedNumber))?;
        self.next += 1;
        Ok(number)
    }

    fn number_test(&mut self, field: AmountField) -> Read<NumberTest> {
        if self.word("between") {
            let low = self.number(field)?;
            if !self.word("and") {
                return Err(self.mistake(Mistake::ExpectedOperator));
            }
            return Ok(NumberTest::Between(low, self.number(field)?));
        }
        let Some(Token::Comparison(comparison)) = self.peek() else {
            return Err(self.mistake(Mistake::ExpectedOperator));
        };
        let test = match comparison.as_str() {
            "<" => NumberTest::LessThan,
            "<=" => NumberTest::AtMost,
            ">" => NumberTest::MoreThan,
            ">=" => NumberTest::AtLeast,
            _ => NumberTest::Is,
        };
        self.next += 1;
        Ok(test(self.number(field)?))
    }

    fn time_test(&mut self) -> Read<TimeTest> {
        if self.words(&["not", "in", "last"]) {
            return self.days().map(TimeTest::NotInLastDays);
        }
        if self.words(&["in", "last"]) {
            return self.days().map(TimeTest::LastDays);
        }
        let test = if self.word("before") {
            TimeTest::Before
        } else if self.word("since") {
            TimeTest::Since
        } else {
            return Err(self.mistake(Mistake::ExpectedOperator));
        };
        let Some(Token::Word(word)) = self.peek() else { return Err(self.mistake(Mistake::ExpectedTime)) };
        let time = word.parse().map_err(|_| self.mistake(Mistake::ExpectedTime))?;
        self.next += 1;
        Ok(test(time))
    }

    fn days(&mut self) -> Read<u32> {
        let days = self.whole_number()?;
        if self.word("days") { Ok(days) } else { Err(self.mistake(Mistake::ExpectedOperator)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::filter::tests::any_filter;
    use crate::sim::Status;
    use proptest::prelude::*;

    #[test]
    fn as_a_person_would_type_it() {
        let filter: Filter =
            "status in (active, alerted) and (account contains \"Alpine\" or usage >= 1.5GB)"
                .parse()
                .expect("reads");
        let expected = Filter::All(vec![
            Filter::status(&[Status::Active, Status::Alerted]),
            Filter::Any(vec![
                Filter::Account(AccountTest::Name(TextTest::Contains("Alpine".to_owned()))),
                Filter::Amount { field: AmountField::Usage, test: NumberTest::AtLeast(1_500_000_000) },
            ]),
        ]);
        assert_eq!(filter, expected);
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, at, mistake) in [
            ("", 0, Mistake::ExpectedCondition),
            ("colour is red", 0, Mistake::ExpectedCondition),
            ("status red", 7, Mistake::ExpectedOperator),
            ("usage > lots", 8, Mistake::ExpectedNumber),
            ("label contains \"ab", 15, Mistake::OpenQuote),
            ("status is active)", 16, Mistake::ExpectedEnd),
            ("(status is active", 17, Mistake::ExpectedPunctuation),
            ("last_seen since yesterday", 16, Mistake::ExpectedTime),
            ("status is and", 10, Mistake::ExpectedValue),
        ] {
            assert_eq!(text.parse::<Filter>(), Err(TextError { at, mistake }), "{text}");
        }
        let deep = format!("{}status is active", "not ".repeat(500));
        assert!(matches!(deep.parse::<Filter>(), Err(TextError { mistake: Mistake::TooDeep, .. })));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn what_is_written_is_read_back(filter in any_filter()) {
            let text = filter.to_string();
            prop_assert_eq!(text.parse::<Filter>(), Ok(filter), "{}", text);
        }

        #[test]
        fn any_text_is_answered(text in "\\PC*") {
            let _ = text.parse::<Filter>();
        }

        #[test]
        fn any_words_are_answered(words in proptest::collection::vec(
            prop_oneof!["status", "is", "not", "in", "\\(", "\\)", "and", "or", "usage", ">", "5MB", "account", "id", ",", "\""], 0..20)
        ) {
            let _ = words.join(" ").parse::<Filter>();
        }
    }
}
