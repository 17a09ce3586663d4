package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.party.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BytesTest {

    @Test
    void aTextIsItsUtf8BehindItsLength() {
        for (String text : List.of(
                "",
                "a",
                "\u007f",
                "\u0080",
                "\u07ff",
                "\u0800",
                "\uffff",
                "é界😀z",
                "\u0000",
                "\uD8C0\uDC00\uDBFF\uDFFF",
                "\u754c".repeat(2000))) {
            Bytes out = new Bytes();
            out.text(text);

            assertThat(out.copy()).as("%d characters", text.length()).isEqualTo(sized(text));
        }
    }

    @Test
    void halfOfASurrogatePairKeepsThreeBytesOfItsOwnWhereverItStands() {
        byte[] high = {(byte) 0xED, (byte) 0xA0, (byte) 0xBD};
        Bytes out = new Bytes();
        for (String half : List.of("\uD83D", "\uD83Da", "\uD83D\u754c", "\uD83D\uD83D")) {
            int from = out.size();
            out.utf8(half);

            assertThat(Arrays.copyOfRange(out.copy(), from, from + 3)).isEqualTo(high);
        }
        assertThat(out.size()).isEqualTo(3 + 4 + 6 + 6);
    }

    @Test
    void aTextFindsRoomWhereverTheRowIsFull() {
        for (String text : List.of("a".repeat(40), "\u00e9".repeat(20), "\u754c".repeat(13), "ab\u754c")) {
            for (int full = 470; full <= 514; full++) {
                Bytes out = new Bytes();
                out.raw(new byte[full]);
                out.utf8(text);

                assertThat(Arrays.copyOfRange(out.copy(), full, out.size()))
                        .isEqualTo(text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void everyDayOfFourCenturiesIsWrittenAsItIsRead() {
        LocalDate last = LocalDate.of(2001, 1, 1);
        for (LocalDate day = LocalDate.of(1600, 1, 1); day.isBefore(last); day = day.plusDays(1)) {
            Instant instant = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            Bytes out = new Bytes();
            out.instant(instant);

            if (!ByteBuffer.wrap(sized(instant.toString())).equals(ByteBuffer.wrap(out.copy()))) {
                assertThat(out.copy()).as(instant.toString()).isEqualTo(sized(instant.toString()));
            }
        }
    }

    @Test
    void anInstantIsWrittenAsItIsReadInEveryYearAndToTheNanosecond() {
        for (String text : List.of(
                "-0001-12-31T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "0000-02-29T00:00:00Z",
                "9999-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59.100Z",
                "2024-02-29T01:02:03.000001Z",
                "2024-02-29T10:20:30.000000001Z",
                "2024-02-29T10:20:30.001001Z")) {
            Bytes out = new Bytes();
            out.instant(Instant.parse(text));

            assertThat(out.copy()).as(text).isEqualTo(sized(text));
        }
    }

    @Test
    void whereverTheRowIsFullItGrows() {
        Instant instant = Instant.parse("2024-02-29T10:20:30.000000001Z");
        for (int full = 980; full <= 1024; full++) {
            Bytes ones = new Bytes();
            for (int i = 0; i < full; i++) {
                ones.one(i);
            }
            ones.instant(instant);
            ones.eight(-2L);
            ones.raw(new byte[5000]);

            assertThat(ones.size()).isEqualTo(full + 4 + 30 + 8 + 5000);
            ByteBuffer after = ByteBuffer.wrap(ones.copy()).position(full);
            byte[] text = new byte[34];
            after.get(text);
            assertThat(text).isEqualTo(sized(instant.toString()));
            assertThat(after.getLong()).isEqualTo(-2L);
        }
        Bytes many = new Bytes();
        for (int i = 0; i < 1025; i++) {
            many.one(7);
        }
        assertThat(many.copy()).hasSize(1025).containsOnly(7);
    }

    @Test
    void theFingerprintIsThatOfWhatWasWrittenFromThere() {
        Bytes out = new Bytes();
        out.utf8("before");
        int from = out.size();
        out.utf8("after");

        assertThat(out.digest(from)).isEqualTo(Digest.of("after".getBytes(StandardCharsets.US_ASCII)));
        out.cut(from);
        assertThat(out.copy()).isEqualTo("before".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatWasWrittenGivesWayToItsFingerprint() {
        for (int full : new int[] {0, 3, 240, 480, 500, 511, 512, 1000}) {
            Bytes out = new Bytes();
            out.raw(new byte[full]);
            out.utf8("after");
            out.fold(full);
            Digest after = Digest.of("after".getBytes(StandardCharsets.US_ASCII));
            out.digest(after);

            assertThat(out.size()).isEqualTo(full + 2 * Digest.LENGTH);
            assertThat(Digest.fromBytes(out.copy(), full)).isEqualTo(after);
            assertThat(Digest.fromBytes(out.copy(), full + Digest.LENGTH)).isEqualTo(after);
        }
    }

    @Test
    void aFingerprintStandsAmongOtherBytesOrNotAtAll() {
        Digest digest = Digest.of();
        byte[] row = new byte[Digest.LENGTH + 2];
        digest.copyInto(row, 1);

        assertThat(row[0]).isZero();
        assertThat(row[Digest.LENGTH + 1]).isZero();
        assertThat(Digest.fromBytes(row, 1)).isEqualTo(digest);
        for (int from : new int[] {-1, 3, Integer.MAX_VALUE}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Digest.fromBytes(row, from));
            assertThatIllegalArgumentException().isThrownBy(() -> digest.copyInto(row, from));
        }
    }

    private static byte[] sized(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(4 + utf8.length)
                .putInt(utf8.length)
                .put(utf8)
                .array();
    }
}
