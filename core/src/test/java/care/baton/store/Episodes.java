package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.evidence.LedgerArbitraries;
import care.baton.party.Sensitive;
import care.baton.record.Rulebook;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Whole episodes of care: the one that goes as planned, and any number that do not. */
public final class Episodes {

    private static final String[] SPOKEN = {
        "Şişli'de ılık bir gün", "يحتاج إلى رافعة", "kann die Treppe nicht", "needs a lift \"today\"", "家の鍵"
    };

    private Episodes() {}

    /** Everything as planned; at the end the words of two entries are taken out. */
    public static Episode planned(String id, Rulebook rules) {
        Episode episode = Episode.of(id, rules);
        for (Script.Line line : Script.lines(n -> Sensitive.of(SPOKEN[n % SPOKEN.length] + " " + n))) {
            episode.passes(line.after());
            episode.ask(line.by(), line.command()).orThrow();
        }
        episode.record().ledger().entries().toList().stream()
                .filter(entry -> entry.salt().isPresent())
                .map(Entry::sequence)
                .limit(2)
                .forEach(sequence -> episode.erase(Cast.SUPERVISOR, sequence));
        return episode;
    }

    /** Lines left out, said twice, said too early; time that passes in between; words of any kind, some erased. */
    public static Episode unplanned(SplittableRandom random, String id, Rulebook rules) {
        Episode episode = Episode.of(id, rules);
        List<Script.Line> lines = Script.lines(n -> Sensitive.of("w" + LedgerArbitraries.text(random)));
        for (int i = 0; i < lines.size(); i++) {
            if (random.nextInt(12) == 0) {
                say(episode, lines.get(random.nextInt(lines.size())));
            }
            if (random.nextInt(30) == 0) {
                episode.passes(Duration.ofMinutes(random.nextInt(3000)));
            }
            if (i < 9 || random.nextInt(15) > 0) {
                say(episode, lines.get(i));
            }
            if (random.nextInt(30) == 0) {
                episode.erase(
                        Cast.SUPERVISOR,
                        1L + random.nextInt(1 + (int) episode.record().version()));
            }
        }
        return episode;
    }

    private static void say(Episode episode, Script.Line line) {
        episode.passes(line.after());
        episode.ask(line.by(), line.command());
    }
}
