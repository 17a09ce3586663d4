package care.baton.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void aPlaceIsTheNamesAndNumbersFromTheRootDown() {
        Place place = new Place();
        place.enter("event");
        place.enter(utf8("caf\u00e9"));
        for (int index : new int[] {0, 9, 10, 99, 100, 1_000_000_000, Integer.MAX_VALUE}) {
            place.enter(index);
            assertThat(place.text()).isEqualTo("event/caf\u00e9/" + index);
            place.leave();
        }
        place.leave();
        assertThat(place.text()).isEqualTo("event");
        place.leave();
        assertThat(place.text()).isEmpty();
    }

    @Test
    void howeverLongOrDeepItIsThereIsRoom() {
        for (int length = 100; length <= 140; length++) {
            String name = "n".repeat(length);
            Place root = new Place();
            root.enter(name);
            Place under = new Place();
            under.enter("event");
            under.enter(utf8(name));
            under.enter(Integer.MAX_VALUE);
            Place far = new Place();
            far.enter(name);
            for (int i = 0; i < 40; i++) {
                far.enter(i);
            }

            assertThat(root.text()).isEqualTo(name);
            assertThat(under.text()).isEqualTo("event/" + name + "/2147483647");
            assertThat(far.text()).startsWith(name + "/0/1/").endsWith("/38/39");
        }
    }

    private static byte[] utf8(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
