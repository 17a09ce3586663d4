package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Names, sizes and words, over every module. */
class TreeTest {
    private static final int LONGEST = 400;
    private static final int LONG = 250;
    private static final String NOTHING = "util|utils|common|impl|internal|service|manager|helper|base";
    private static final Pattern PACKAGE_FOR_NOTHING = Pattern.compile("/(" + NOTHING + ")/");
    private static final Pattern CLASS_FOR_NOTHING = Pattern.compile(
            "([a-z0-9](Util|Utils|Common|Impl|Internal|Manager|Helper|Base)|/(Abstract|Base)[A-Z]\\w*)\\.java$");

    /** Places on one machine, registries, and notes to come back. Written so that this file holds none of them. */
    private static final List<Pattern> FORBIDDEN = List.of(
            Pattern.compile("(^|[\\s\"'(=`:])/(home|root|Users|mnt|work|workspace|opt)/"),
            Pattern.compile("[A-Z]:\\\\\\\\?Users\\b"),
            Pattern.compile("repo\\d?\\.maven|oss\\.sonatype|jfrog\\.io|artifactory|maven-central\\.|localhost:8081"),
            Pattern.compile("\\b(TODO|FIXME|XXX)\\b"),
            Pattern.compile("Thread\\.sleep"));

    private static final Set<String> SPEAKS_OF_THEM =
            Set.of("core/src/test/java/care/baton/house/TreeTest.java", ".ci/prove-gates");

    @Test
    void noPackageOrClassIsNamedForNothing() throws Exception {
        assertThat(Tree.java().keySet())
                .as("named for nothing")
                .noneMatch(path -> PACKAGE_FOR_NOTHING.matcher(path).find()
                        || CLASS_FOR_NOTHING.matcher(path).find());
    }

    @Test
    void noFileIsOver400Lines() throws Exception {
        List<String> tooLong = new ArrayList<>();
        Tree.java().forEach((path, lines) -> {
            if (lines.size() > LONGEST) {
                tooLong.add(path + " has " + lines.size() + " lines");
            }
        });
        assertThat(tooLong).as("too long").isEmpty();
    }

    @Test
    void nineOfTenMainFilesAreUnder250Lines() throws Exception {
        TreeMap<String, List<String>> main = Tree.java();
        main.keySet().removeIf(path -> !path.contains("/src/main/"));

        assertThat(main.values().stream().filter(lines -> lines.size() >= LONG).count() * 10)
                .as("ten times the main files of 250 lines or more")
                .isLessThanOrEqualTo(main.size());
    }

    @Test
    void nothingSpeaksOfOneMachineOrOfLater() throws Exception {
        List<String> found = new ArrayList<>();
        Tree.files().forEach((path, lines) -> {
            for (int i = 0; i < lines.size() && !SPEAKS_OF_THEM.contains(path); i++) {
                for (Pattern forbidden : FORBIDDEN) {
                    if (forbidden.matcher(lines.get(i)).find()) {
                        found.add(path + ":" + (i + 1) + " matches " + forbidden);
                    }
                }
            }
        });
        assertThat(found).as("forbidden words").isEmpty();
    }
}
