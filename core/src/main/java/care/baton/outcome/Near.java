package care.baton.outcome;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What somebody may have meant whose word is on no list: the words of the list that are spelled most like it. */
public final class Near {

    private static final int MOST = 5;
    private static final int LOOKED_AT = 1_000;

    private record Apart(int letters, Code code) {}

    private Near() {}

    /**
     * The words that are spelled most like one. Of a list of more than a thousand, the first thousand are looked at.
     *
     * @param said the word that is not listed
     * @param listed the words that are
     * @return at most five of them, the likest first, those that are equally like it in their own order
     */
    public static List<Code> to(Code said, Collection<Code> listed) {
        Objects.requireNonNull(said, "said");
        Objects.requireNonNull(listed, "listed");
        return listed.stream()
                .distinct()
                .limit(LOOKED_AT)
                .map(one -> new Apart(isPart(said, one) ? 0 : apart(said.value(), one.value()), one))
                .sorted(Comparator.comparingInt(Apart::letters).thenComparing(Apart::code))
                .limit(MOST)
                .map(Apart::code)
                .toList();
    }

    /** A word of its own that is said of the whole: medication, for medication-uncertainty. */
    private static boolean isPart(Code said, Code whole) {
        return List.of(whole.value().split("[-.]")).contains(said.value());
    }

    /** How many letters must be put in, left out or changed to make one word of the other. */
    private static int apart(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int k = 0; k <= other.length(); k++) {
            before[k] = k;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int k = 1; k <= other.length(); k++) {
                int changed = before[k - 1] + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
                row[k] = Math.min(changed, 1 + Math.min(before[k], row[k - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
