package care.baton.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fingerprint of some content. */
class DigestTest {

    /** The example of FIPS 180-4: the three letters abc. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void itIsTheSha256OfAllItsPartsInTheirOrder() {
        assertThat(Digest.of(utf8("abc")).hex()).isEqualTo(ABC);
        assertThat(Digest.of(utf8("a"), utf8("bc"))).isEqualTo(Digest.of(utf8("abc")));
        assertThat(Digest.of(utf8("bc"), utf8("a"))).isNotEqualTo(Digest.of(utf8("abc")));
    }

    @Test
    void whatWasWrittenDownIsReadBackFromBytesAndFromHexadecimalOfEitherCase() {
        Digest abc = Digest.of(utf8("abc"));

        assertThat(Digest.fromBytes(abc.bytes())).isEqualTo(abc).hasSameHashCodeAs(abc);
        assertThat(Digest.fromHex(ABC)).isEqualTo(abc);
        assertThat(Digest.fromHex(ABC.toUpperCase(Locale.ROOT))).isEqualTo(abc);
        assertThat(Digest.fromHex(ABC).bytes()).startsWith(0xba, 0x78).hasSize(Digest.LENGTH);
    }

    @Test
    void whatIsShorterOrLongerOrNoHexadecimalIsNoDigest() {
        for (int length : List.of(0, 31, 33)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Digest.fromBytes(new byte[length]))
                    .withMessage("digest: 32 bytes");
        }
        for (String wrong : List.of("", ABC.substring(1), ABC + "0", "g" + ABC.substring(1), ABC.substring(1) + " ")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Digest.fromHex(wrong))
                    .withMessage("digest: 64 hexadecimal digits");
        }
    }

    @Test
    void amongOtherBytesItStandsFromItsPlaceOnAndTouchesNoneOfThem() {
        Digest abc = Digest.of(utf8("abc"));
        for (int from : List.of(0, 1, 2)) {
            byte[] row = new byte[Digest.LENGTH + 2];
            Arrays.fill(row, (byte) 0x55);
            abc.copyInto(row, from);

            assertThat(Digest.fromBytes(row, from)).isEqualTo(abc);
            byte[] around = row.clone();
            Arrays.fill(around, from, from + Digest.LENGTH, (byte) 0x55);
            assertThat(around).containsOnly(0x55);
        }
    }

    @Test
    void whereThereIsNoRoomForItNothingIsReadOrWritten() {
        byte[] row = new byte[Digest.LENGTH + 2];
        for (int from : List.of(-1, 3, Digest.LENGTH + 2, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Digest.fromBytes(row, from))
                    .withMessage("digest: 32 bytes");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Digest.of(utf8("abc")).copyInto(row, from))
                    .withMessage("row: room for 32 bytes");
        }
        assertThat(row).containsOnly(0);
    }

    @Test
    void nobodyChangesItThroughTheBytesTheyGaveOrGot() {
        byte[] given = Digest.of(utf8("abc")).bytes();
        Digest abc = Digest.fromBytes(given);

        given[0]++;
        abc.bytes()[1]++;

        assertThat(abc).isEqualTo(Digest.of(utf8("abc"))).isNotEqualTo(Digest.fromBytes(given));
    }

    @Test
    void theyStandInTheOrderOfTheirHexadecimalAndPrintNoneOfIt() {
        List<String> ordered = Stream.of("00", "7f", "80", "ff")
                .map(first -> first + "0".repeat(62))
                .toList();

        assertThat(ordered.stream().map(Digest::fromHex).sorted().map(Digest::hex))
                .containsExactlyElementsOf(ordered);
        assertThat(Stream.of(ordered.get(3), ordered.get(1), ordered.get(2), ordered.get(0))
                        .map(Digest::fromHex)
                        .sorted()
                        .map(Digest::hex))
                .containsExactlyElementsOf(ordered);
        assertThat(Digest.fromHex(ordered.get(1))).doesNotHaveSameHashCodeAs(Digest.fromHex(ordered.get(2)));
        assertThat(Digest.fromHex(ABC)).hasToString("Digest").isNotEqualTo(ABC);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
