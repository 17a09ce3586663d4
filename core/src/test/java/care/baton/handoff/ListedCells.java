package care.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;

/** The cells that must be met: how things stand, what is asked, and whether it is done. */
final class ListedCells {

    private static final int LEAST_SHARE = 25;

    private ListedCells() {}

    static List<String> all() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(ListedCells.class.getResourceAsStream("cells.txt"), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    static void check(Cells met) {
        SortedMap<String, Long> hits = met.hits();
        long least = hits.values().stream().min(Long::compare).orElse(0L);
        System.out.println("handoff cells: " + hits.size() + " met, " + all().size() + " listed; rarest " + least + "; "
                + met.all() + " commands, " + met.share() + " percent applied");
        assertThat(hits.keySet()).as("cells").containsAll(all());
        assertThat(met.share()).as("percent applied").isGreaterThan(LEAST_SHARE);
    }
}
