package care.baton.evidence;

import care.baton.party.Digest;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/** A row of bytes that grows, with the few forms in which canonical bytes are written. */
final class Bytes {

    private static final int FIRST = 512;
    private static final long DAY = 86_400;
    private static final long YEAR_0 = -62_167_219_200L;
    private static final long YEAR_10000 = 253_402_300_800L;

    private byte[] bytes = new byte[FIRST];
    private int size;
    private final MessageDigest sha;

    Bytes() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java platform has SHA-256", every);
        }
    }

    int size() {
        return size;
    }

    void cut(int to) {
        size = to;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    /** The fingerprint of all that was written. */
    byte[] sha() {
        sha.update(bytes, 0, size);
        return sha.digest();
    }

    /** What was written from a place on gives way to its fingerprint. */
    void fold(int from) {
        sha.update(bytes, from, size - from);
        size = from;
        room(Digest.LENGTH);
        try {
            size += sha.digest(bytes, from, Digest.LENGTH);
        } catch (DigestException never) {
            throw new IllegalStateException("there is room for it", never);
        }
    }

    /** The same, taken off the row again. */
    Digest digest(int from) {
        fold(from);
        size = from;
        return Digest.fromBytes(bytes, from);
    }

    void digest(Digest digest) {
        room(Digest.LENGTH);
        digest.copyInto(bytes, size);
        size += Digest.LENGTH;
    }

    void one(int value) {
        room(1);
        bytes[size++] = (byte) value;
    }

    void four(int value) {
        room(4);
        size += 4;
        four(size - 4, value);
    }

    void four(int place, int value) {
        bytes[place] = (byte) (value >>> 24);
        bytes[place + 1] = (byte) (value >>> 16);
        bytes[place + 2] = (byte) (value >>> 8);
        bytes[place + 3] = (byte) value;
    }

    void eight(long value) {
        four((int) (value >>> 32));
        four((int) value);
    }

    void raw(byte[] from, int length) {
        room(length);
        System.arraycopy(from, 0, bytes, size, length);
        size += length;
    }

    void raw(byte[] from) {
        raw(from, from.length);
    }

    void sized(byte[] from, int length) {
        four(length);
        raw(from, length);
    }

    /** Text in UTF-8 behind its length; half of a surrogate pair keeps three bytes of its own. */
    void text(String text) {
        four(0);
        int from = size;
        utf8(text);
        four(from - 4, size - from);
    }

    void utf8(String text) {
        int length = text.length();
        room(length);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes[size++] = (byte) c;
                continue;
            }
            room(3 * (length - i));
            if (c < 0x800) {
                bytes[size++] = (byte) (0xC0 | (c >> 6));
                bytes[size++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                bytes[size++] = (byte) (0xF0 | (point >> 18));
                bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                bytes[size++] = (byte) (0x80 | (point & 0x3F));
            } else {
                bytes[size++] = (byte) (0xE0 | (c >> 12));
                bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[size++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }

    /** The same bytes as the text of the instant, without the text. */
    void instant(Instant instant) {
        long second = instant.getEpochSecond();
        if (second < YEAR_0 || second >= YEAR_10000) {
            text(instant.toString());
            return;
        }
        four(0);
        int from = size;
        room(32);
        date(Math.floorDiv(second, DAY));
        int time = (int) Math.floorMod(second, DAY);
        bytes[size++] = 'T';
        digits(time / 3600, 2);
        bytes[size++] = ':';
        digits(time / 60 % 60, 2);
        bytes[size++] = ':';
        digits(time % 60, 2);
        fraction(instant.getNano());
        bytes[size++] = 'Z';
        four(from - 4, size - from);
    }

    private void fraction(int nano) {
        if (nano == 0) {
            return;
        }
        bytes[size++] = '.';
        if (nano % 1_000_000 == 0) {
            digits(nano / 1_000_000, 3);
        } else if (nano % 1_000 == 0) {
            digits(nano / 1_000, 6);
        } else {
            digits(nano, 9);
        }
    }

    /** Civil date of a day counted from 1970-01-01, in the proleptic Gregorian calendar. */
    private void date(long epochDay) {
        long day = epochDay + 719_468;
        long era = Math.floorDiv(day, 146_097L);
        int ofEra = (int) (day - era * 146_097);
        int yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365;
        int ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int march = (5 * ofYear + 2) / 153;
        int month = march < 10 ? march + 3 : march - 9;
        digits((int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0), 4);
        bytes[size++] = '-';
        digits(month, 2);
        bytes[size++] = '-';
        digits(ofYear - (153 * march + 2) / 5 + 1, 2);
    }

    private void digits(int value, int count) {
        int rest = value;
        for (int i = count - 1; i >= 0; i--) {
            bytes[size + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(size, Math.max(more, size)));
        }
    }
}
