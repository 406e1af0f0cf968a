//! Reads what postcard has written, with less code than postcard's own reader needs: no single read can fail. What is
//! damaged reads as nothing, and the reader remembers that it was, so that none of the types that serde reads has a way
//! out of its middle.

use serde::de::{self, DeserializeSeed, Visitor};
use std::fmt::{self, Display, Formatter};

/// What is left to read, and whether everything could be read so far.
pub struct Decoder<'d> {
    rest: &'d [u8],
    is_damaged: bool,
}

/// Reads a value that fills the bytes; nothing if it doesn't, or if they are damaged.
pub fn decode<'d, T: de::Deserialize<'d>>(bytes: &'d [u8]) -> Option<T> {
    let mut decoder = Decoder { rest: bytes, is_damaged: false };
    let Ok(value) = T::deserialize(&mut decoder);
    (!decoder.is_damaged && decoder.rest.is_empty()).then_some(value)
}

/// Nothing fails.
#[derive(Debug)]
pub enum Never {}

impl Display for Never {
    fn fmt(&self, _: &mut Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl de::Error for Never {
    /// What serde's types refuse of themselves is never handed to them: see `deserialize_enum`.
    fn custom<T: Display>(_: T) -> Self {
        unreachable!("the decoder hands out what types take")
    }
}

impl<'d> Decoder<'d> {
    #[inline(never)]
    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((byte, rest)) => {
                self.rest = rest;
                *byte
            }
            None => {
                self.is_damaged = true;
                0
            }
        }
    }

    /// A number in groups of seven bits, the lowest first.
    #[inline(never)]
    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7F) << shift;
            shift += 7;
            if byte < 0x80 {
                return number;
            }
            if shift > 63 {
                self.is_damaged = true;
                return 0;
            }
        }
    }

    #[inline(never)]
    fn small(&mut self) -> u32 {
        u32::try_from(self.number()).unwrap_or_else(|_| {
            self.is_damaged = true;
            0
        })
    }

    /// A number from which the sign has been taken into the lowest bit.
    fn signed(&mut self) -> i64 {
        let number = self.number();
        (number >> 1).cast_signed() ^ -((number & 1).cast_signed())
    }

    /// How many things follow. Each takes a byte at least.
    fn length(&mut self) -> usize {
        let length = usize::try_from(self.number()).unwrap_or(usize::MAX);
        self.is_damaged |= length > self.rest.len();
        length.min(self.rest.len())
    }

    #[inline(never)]
    fn bytes(&mut self) -> &'d [u8] {
        let length = self.length();
        let (bytes, rest) = self.rest.split_at(length);
        self.rest = rest;
        bytes
    }

    #[inline(never)]
    fn text(&mut self) -> &'d str {
        std::str::from_utf8(self.bytes()).unwrap_or_else(|_| {
            self.is_damaged = true;
            ""
        })
    }
}

/// Types that serde reads by a number of its own kind.
macro_rules! numbers {
    ($($method:ident $visit:ident $read:ident $kind:ty,)*) => {
        $(
            #[inline]
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
                let made = <$kind>::try_from(self.$read());
                self.is_damaged |= made.is_err();
                visitor.$visit(made.unwrap_or_default())
            }
        )*
    };
}

impl<'de> de::Deserializer<'de> for &mut Decoder<'de> {
    type Error = Never;

    numbers! {
        deserialize_u8 visit_u8 byte u8,
        deserialize_u16 visit_u16 small u16,
        deserialize_u32 visit_u32 small u32,
        deserialize_u64 visit_u64 number u64,
        deserialize_i16 visit_i16 signed i16,
        deserialize_i32 visit_i32 signed i32,
        deserialize_i64 visit_i64 signed i64,
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    #[inline]
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let byte = self.byte();
        self.is_damaged |= byte > 1;
        visitor.visit_bool(byte == 1)
    }

    #[inline]
    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_i8(self.byte().cast_signed())
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_borrowed_str(self.text())
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let byte = self.byte();
        self.is_damaged |= byte > 1;
        if byte == 1 { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    #[inline]
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    #[inline]
    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_newtype_struct(self)
    }

    #[inline]
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        let left = self.length();
        visitor.visit_seq(List { decoder: self, left })
    }

    #[inline]
    fn deserialize_tuple<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(self))
    }

    #[inline]
    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(self))
    }

    #[inline]
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(Parts(self))
    }

    #[inline]
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        let number = self.small();
        // A variant that the type doesn't have would be refused.
        let is_known = (number as usize) < variants.len();
        self.is_damaged |= !is_known;
        visitor.visit_enum(Variant { decoder: self, number: if is_known { number } else { 0 } })
    }

    #[inline]
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! { i128 u128 f32 f64 char bytes byte_buf unit_struct map ignored_any }
}

/// The fields of a struct. There are as many as it has.
struct Parts<'a, 'd>(&'a mut Decoder<'d>);

impl<'d> de::SeqAccess<'d> for Parts<'_, 'd> {
    type Error = Never;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'d>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        seed.deserialize(&mut *self.0).map(Some)
    }
}

struct List<'a, 'd> {
    decoder: &'a mut Decoder<'d>,
    left: usize,
}

impl<'d> de::SeqAccess<'d> for List<'_, 'd> {
    type Error = Never;

    #[inline]
    fn next_element_seed<T: DeserializeSeed<'d>>(&mut self, seed: T) -> Result<Option<T::Value>, Never> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        seed.deserialize(&mut *self.decoder).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

struct Variant<'a, 'd> {
    decoder: &'a mut Decoder<'d>,
    number: u32,
}

impl<'a, 'd> de::EnumAccess<'d> for Variant<'a, 'd> {
    type Error = Never;
    type Variant = Parts<'a, 'd>;

    #[inline]
    fn variant_seed<V: DeserializeSeed<'d>>(self, seed: V) -> Result<(V::Value, Self::Variant), Never> {
        let number = de::value::U32Deserializer::<Never>::new(self.number);
        Ok((seed.deserialize(number)?, Parts(self.decoder)))
    }
}

impl<'d> de::VariantAccess<'d> for Parts<'_, 'd> {
    type Error = Never;

    #[inline]
    fn unit_variant(self) -> Result<(), Never> {
        Ok(())
    }

    #[inline]
    fn newtype_variant_seed<T: DeserializeSeed<'d>>(self, seed: T) -> Result<T::Value, Never> {
        seed.deserialize(self.0)
    }

    #[inline]
    fn tuple_variant<V: Visitor<'d>>(self, _length: usize, visitor: V) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }

    #[inline]
    fn struct_variant<V: Visitor<'d>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Never> {
        visitor.visit_seq(self)
    }
}
