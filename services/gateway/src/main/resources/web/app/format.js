// How numbers read. Rates come as fractions, money as decimal strings; a missing figure is a dash, never a zero.

export const NOTHING = "–";
const MINUS = "−";

const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];

const SIGNS = { USD: "US$", CNY: "CN¥", EUR: "€" };

function decimals(number, digits) {
  return new Intl.NumberFormat("en", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(number);
}

function signed(number, digits, plus) {
  const text = decimals(Math.abs(number), digits);
  const isZero = Number(text.replace(/,/g, "")) === 0;
  if (isZero) {
    return text;
  }
  return (number < 0 ? MINUS : plus ? "+" : "") + text;
}

export function isMissing(value) {
  return value === null || value === undefined || value === "";
}

/** −71.3 % */
export function rate(fraction) {
  if (isMissing(fraction)) {
    return NOTHING;
  }
  const percent = Number(fraction) * 100;
  return signed(percent, Math.abs(percent) >= 1000 ? 0 : 1, true) + " %";
}

/** 11.8 % */
export function part(fraction) {
  if (isMissing(fraction)) {
    return NOTHING;
  }
  const percent = Number(fraction) * 100;
  return percent > 0 && percent < 0.05 ? "< 0.1 %" : signed(percent, 1, false) + " %";
}

/** −8.77 pp */
export function points(fraction) {
  return isMissing(fraction) ? NOTHING : signed(Number(fraction) * 100, 2, true) + " pp";
}

/** 62.6 bn, 301 m, 4,200 */
export function amount(value) {
  if (isMissing(value)) {
    return NOTHING;
  }
  const number = Number(value);
  const size = Math.abs(number);
  if (size >= 999_500_000) {
    return signed(number / 1e9, size < 9.95e9 ? 2 : 1, false) + " bn";
  }
  if (size >= 999_500) {
    return signed(number / 1e6, size < 9.95e6 ? 1 : 0, false) + " m";
  }
  return signed(number, 0, false);
}

/** US$ 62.6 bn */
export function money(value, currency) {
  return isMissing(value) ? NOTHING : `${sign(currency)} ${amount(value)}`;
}

export function sign(currency) {
  return SIGNS[currency] || currency || "";
}

/** July 2025 */
export function month(period) {
  const [year, number] = period.split("-");
  return `${MONTHS[Number(number) - 1]} ${year}`;
}

/** January–July 2025, July 2025 */
export function span(period, window) {
  const [year, number] = period.split("-");
  if (window === "ytd" && number !== "01") {
    return `January–${MONTHS[Number(number) - 1]} ${year}`;
  }
  return month(period);
}

export function yearBefore(period) {
  const [year, number] = period.split("-");
  return `${Number(year) - 1}-${number}`;
}
