package care.baton.store;

import care.baton.party.Digest;
import care.baton.record.CoordinationRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** What a machine makes of the golden history and of so many others, each played, written, read and written again. */
public final class Histories {

    private Histories() {}

    public static void main(String... many) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.print(told(Integer.parseInt(many[0])));
        out.flush();
    }

    static String told(int many) {
        StringBuilder told = new StringBuilder();
        told.append(GoldenHistory.replayed(Cast.resource(GoldenHistory.FILE))).append(GoldenHistory.played());
        for (int seed = 0; seed < many; seed++) {
            CoordinationRecord record = Episodes.unplanned(new SplittableRandom(seed), "record-" + seed, Cast.rules())
                    .record();
            String played = GoldenHistory.text(record);
            String replayed = GoldenHistory.text(GoldenHistory.record(record.id(), played));
            told.append(seed)
                    .append(played.equals(replayed) ? " same " : " differs ")
                    .append(Digest.of(played.getBytes(StandardCharsets.UTF_8)).hex())
                    .append('\n');
        }
        return told.toString();
    }
}
