package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is kept of the drawn bytes: a salt for each entry and one for the command, none of which gives away another. */
class SaltTest {

    private static final byte[] DRAWN = HexFormat.of().parseHex("00112233445566778899aabbccddeeff0123456789abcdef");
    private static final Salt SALT = Salt.of(DRAWN);

    @Test
    void theSaltOfAnEntryComesOfTheDrawnBytesBehindTheirLengthTheUseAndThePlace() throws NoSuchAlgorithmException {
        assertThat(SALT.forEntry(3, new Sheet()).hex()).isEqualTo(sha256("entry", 0, 0, 0, 3));
        assertThat(SALT.forEntry(0x01020304, new Sheet()).hex()).isEqualTo(sha256("entry", 1, 2, 3, 4));
    }

    @Test
    void theSaltOfTheCommandComesOfTheDrawnBytesBehindTheirLengthAndTheUse() throws NoSuchAlgorithmException {
        assertThat(SALT.forCommand(new Sheet()).hex()).isEqualTo(sha256("command"));
    }

    @Test
    void theSaltsOfOneStepAndOfTwoDrawsAreAllDifferent() {
        byte[] longer = Arrays.copyOf(DRAWN, DRAWN.length + 4);
        List<String> kept = Stream.of(SALT, Salt.of(Arrays.copyOf(DRAWN, 16)), Salt.of(longer))
                .flatMap(drawn -> Stream.of(
                        drawn,
                        drawn.forCommand(new Sheet()),
                        drawn.forEntry(0, new Sheet()),
                        drawn.forEntry(1, new Sheet())))
                .map(Salt::hex)
                .toList();

        assertThat(kept).hasSize(12).doesNotHaveDuplicates();
    }

    /** By the book, without the row of bytes that the ledger writes on. */
    private static String sha256(String use, int... place) throws NoSuchAlgorithmException {
        ByteBuffer bytes = ByteBuffer.allocate(1 + DRAWN.length + use.length() + place.length);
        bytes.put((byte) DRAWN.length).put(DRAWN).put(use.getBytes(StandardCharsets.US_ASCII));
        for (int one : place) {
            bytes.put((byte) one);
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }
}
