"""Check digits of the numbers that persons have; each takes Latin digits without separators."""

from __future__ import annotations


def is_iranian_national_id(digits: str) -> bool:
    """True for ten digits whose last is the check digit of the nine before it.

    The weighted sum modulo 11 is the check digit itself below 2, else what is missing to 11. Ten
    equal digits, counted rows of digits and what begins with 000 are nobody's.

    >>> is_iranian_national_id("0932833810"), is_iranian_national_id("0932833811")
    (True, False)
    """
    trivial = len(set(digits)) == 1 or digits in {"0123456789", "1234567890", "9876543210"}
    if trivial or digits.startswith("000"):
        return False
    remainder = _weighted(digits) % 11
    return int(digits[9]) == (remainder if remainder < 2 else 11 - remainder)


def is_nhs_number(digits: str) -> bool:
    """True for a number of the British National Health Service (modulo 11).

    >>> is_nhs_number("9434765919"), is_nhs_number("9434765918")
    (True, False)
    """
    return len(set(digits)) > 1 and int(digits[9]) == (11 - _weighted(digits) % 11) % 11


def is_iban(text: str) -> bool:
    """True for an account number of ISO 13616 (modulo 97).

    >>> is_iban("GB82WEST12345698765432"), is_iban("GB82WEST12345698765431")
    (True, False)
    """
    turned = text[4:] + text[:4]
    return int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


def is_payment_card(digits: str) -> bool:
    """True for a card's number of ISO 7812 (Luhn).

    >>> is_payment_card("6037991234567893"), is_payment_card("6037991234567890")
    (True, False)
    """
    doubled = [int(digit) * 2 for digit in digits[-2::-2]]
    total = sum(map(int, digits[-1::-2])) + sum(value - 9 * (value > 9) for value in doubled)
    return total % 10 == 0 and len(set(digits)) > 1


def _weighted(digits: str) -> int:
    """The first nine digits times 10, 9, … 2."""
    return sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
