package care.baton.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RequirementsTest {
    @Test
    void theTableIsTheOneThatWasAgreed() throws Exception {
        String agreed = new String(Requirements.bytes("requirements.tsv.sha256"), StandardCharsets.UTF_8);

        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Requirements.bytes(Requirements.RESOURCE));

        assertThat(agreed).isEqualTo(HexFormat.of().formatHex(digest) + "  requirements.tsv\n");
    }

    @Test
    void aHostBuilds51OfThe664AndTheOther613AreOurs() {
        assertThat(Requirements.all()).hasSize(664);
        assertThat(Requirements.ours()).hasSize(613);
        assertThat(count(Row::when)).hasToString("{domain=263, interop=7, kernel=127, review=184, stories=32}");
        assertThat(count(Row::where)).hasToString("{adapter=9, core=570, examples=34}");
    }

    @Test
    void rowsAreNamedOneByOneOrByRange() {
        Function<List<Row>, String> ids = rows -> rows.stream().map(Row::id).collect(Collectors.joining(" "));

        assertThat(ids.apply(Requirements.rows("GAT-03", "HND-08..HND-10"))).isEqualTo("GAT-03 HND-08 HND-09 HND-10");
    }

    @Test
    void aRangeThatRunsBackwardsOrNowhereIsAMistake() {
        assertThatThrownBy(() -> Requirements.rows("HND-10..HND-08")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> Requirements.rows("XYZ-01")).isInstanceOf(NoSuchElementException.class);
    }

    private static SortedMap<String, Long> count(Function<Row, String> by) {
        return Requirements.ours().stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }
}
