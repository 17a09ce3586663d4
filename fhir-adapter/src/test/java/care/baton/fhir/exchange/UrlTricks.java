package care.baton.fhir.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Addresses that leave scheme, host, port or path prefix of {@code http://127.0.0.1:port/fhir}, plainly or in disguise. */
final class UrlTricks {

    private static final String SCHEMES =
            "http:// https:// HTTP:// hTTp:// ftp:// ws:// // http:/// http:\\\\ file:// jar:http:// http:// /\\ \\\\ http:/ http:";

    private UrlTricks() {}

    /** By kind: the ports are those of our server and of another on the same machine. */
    static Map<String, List<String>> of(int ours, int theirs) {
        Map<String, List<String>> tricks = new LinkedHashMap<>();
        tricks.put("schemes", schemes(theirs));
        tricks.put("hosts", hosts(ours, theirs));
        tricks.put("users", users("127.0.0.1:" + ours, "127.0.0.1:" + theirs));
        tricks.put("ports", ports(ours, theirs));
        tricks.put("paths", paths("http://127.0.0.1:" + ours));
        tricks.put("breaks", breaks("http://127.0.0.1:" + ours, "127.0.0.1:" + theirs));
        tricks.put("relative", relative("127.0.0.1:" + theirs));
        return tricks;
    }

    static List<String> all(int ours, int theirs) {
        return of(ours, theirs).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<String> schemes(int theirs) {
        List<String> tricks = new ArrayList<>();
        for (String scheme : SCHEMES.split(" ", -1)) {
            for (String tail : List.of("/fhir/Task?x=1", "/fhir", "")) {
                tricks.add(scheme + "127.0.0.1:" + theirs + tail);
            }
        }
        return tricks.stream().distinct().toList();
    }

    /** Other spellings of the same machine, and names that only look like it. */
    private static List<String> hosts(int ours, int theirs) {
        List<String> names = List.of(
                "localhost",
                "LOCALHOST",
                "127.1",
                "127.0.1",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "2130706433",
                "127.0.0.01",
                "127.0.0.1.",
                "127.0.0.2",
                "0.0.0.0",
                "0",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[::1%25lo]",
                "[fe80::1%25eth0]",
                "127\u30020\u30020\u30021",
                "\uff11\uff12\uff17.0.0.1",
                "\u2460\u2461\u2466.0.0.1",
                "xn--127-x.0.0.1",
                "127.0.0.1\u00ad",
                "127.0.0.\u0661",
                "%31%32%37.0.0.1",
                "127%2e0%2e0%2e1",
                "127.0.0.1%00",
                "127.0.0.1%20",
                "127.0.0.1.example.invalid",
                "example.invalid",
                "127.0.0.1,example.invalid",
                "127.0.0.1;example.invalid",
                "127.0.0.1_example.invalid",
                "[127.0.0.1]",
                "{127.0.0.1}",
                "-127.0.0.1");
        List<String> tricks = new ArrayList<>();
        for (String name : names) {
            tricks.add("http://" + name + ":" + theirs + "/fhir/Task?x=1");
            tricks.add("http://" + name + ":" + ours + "/fhir/Task?x=1");
        }
        return tricks;
    }

    private static List<String> users(String ours, String theirs) {
        List<String> tricks = new ArrayList<>();
        for (String user : List.of(
                ours + "@",
                ours + "%40",
                ours + "/@",
                ours + "#@",
                ours + "?@",
                ours + "\\@",
                ours + "%2f@",
                ours + "%23@",
                ours + "%5c@",
                ours + "&@",
                ours + ":80@",
                ours + "@" + ours + "@",
                "user:pass@",
                ":@",
                "@",
                "@@")) {
            tricks.add("http://" + user + theirs + "/fhir/Task?x=1");
        }
        for (String user : List.of("user:pass@", "user@", ":@", "@", "%00@")) {
            tricks.add("http://" + user + ours + "/fhir/Task?x=1");
        }
        return tricks;
    }

    private static List<String> ports(int ours, int theirs) {
        List<String> tricks = new ArrayList<>();
        for (String port : List.of(
                ":" + theirs,
                ":0" + theirs,
                ":0" + ours,
                ":000000" + ours,
                ":" + theirs + "0",
                ":" + (65_536 + ours),
                ":-" + ours,
                ":+" + ours,
                ":" + ours + "x",
                ":" + ours + ":" + theirs,
                ": " + ours,
                ":%3" + (ours + "").charAt(0) + (ours + "").substring(1),
                ":\uff11" + ours,
                ":0",
                ":80",
                ":443",
                ":",
                "")) {
            tricks.add("http://127.0.0.1" + port + "/fhir/Task?x=1");
        }
        return tricks;
    }

    private static List<String> paths(String ours) {
        List<String> tricks = new ArrayList<>();
        for (String path : List.of(
                "",
                "/",
                "/admin",
                "/fhi",
                "/fhirx/Task",
                "/FHIR/Task",
                "/fhir%2fTask",
                "/fhir%2FTask",
                "/%66hir/Task",
                "//fhir/Task",
                "/./fhir/../admin",
                "/fhir/..",
                "/fhir/../admin",
                "/fhir/./../admin",
                "/fhir/x/../../admin",
                "/fhir//../../admin",
                "/fhir/%2e%2e/admin",
                "/fhir/%2E%2E/admin",
                "/fhir/.%2e/admin",
                "/fhir/%2e./admin",
                "/fhir/..%2fadmin",
                "/fhir/..%2Fadmin",
                "/fhir/..%5cadmin",
                "/fhir/..\\admin",
                "/fhir\\..\\admin",
                "/fhir/%5c..%5cadmin",
                "/fhir/Task#x",
                "/fhir#/Task",
                "/fhir;x=1/../admin",
                "/fhir/..;/admin",
                "/fhir/..;x=1/admin",
                "/fhir/.;/..;/admin",
                "/fhir/%2e%2e;/admin",
                "/fhir/..%3b/admin",
                "/fhir/..%3B/admin",
                "/fhir/%252e%252e/admin",
                "/fhir/%25252e%25252e/admin",
                "/fhir/..%252fadmin",
                "/fhir/..%00/admin",
                "/fhir/..%00x/admin",
                "/fhir/..%09/admin",
                "/fhir/..%0d%0a/admin",
                "/fhir/..%20/admin",
                "/fhir/%20../admin",
                "/fhir/..+/admin",
                "/fhir/..%c2%a0/admin",
                "/fhir/..%c0%af/admin",
                "/fhir/..%c0%afadmin",
                "/fhir/%c0%ae%c0%ae/admin",
                "/fhir/%u002e%u002e/admin",
                "/fhir/%e2%80%a5/admin",
                "/fhir/%ef%bc%8e%ef%bc%8e/admin",
                "/fhir/..%ef%bc%8fadmin",
                "/fhir/\u2025/admin",
                "/fhir/\uff0e\uff0e/admin")) {
            tricks.add(ours + path);
        }
        return tricks;
    }

    /** Line ends and other control characters, plain and encoded, that would begin a header or a request of their own. */
    private static List<String> breaks(String ours, String theirs) {
        List<String> tricks = new ArrayList<>();
        for (String end : List.of("\r\n", "\n", "\r", "\u0000", "\t", "\u0085", "\u2028", " ")) {
            tricks.add(ours + "/fhir/Task?x=1" + end + "Host: " + theirs);
            tricks.add(ours + "/fhir/Task HTTP/1.1" + end + "X: y");
            tricks.add(end + "http://" + theirs + "/fhir/Task");
            tricks.add("http://" + theirs + end + "/fhir/Task");
        }
        return tricks;
    }

    private static List<String> relative(String theirs) {
        return List.of(
                "//" + theirs,
                "///" + theirs + "/fhir",
                "////" + theirs + "/fhir",
                "/\\" + theirs + "/fhir",
                "\\/" + theirs + "/fhir",
                "\\\\" + theirs + "\\fhir",
                ".//" + theirs + "/../../admin",
                "..",
                "../admin",
                "../../admin",
                "./../admin",
                "%2e%2e/admin",
                "Task/../../admin",
                "/admin",
                "/",
                "http:",
                "https:",
                "::",
                "javascript:alert(1)",
                "data:application/fhir+json,{}",
                "mailto:a@b",
                "urn:uuid:9c6d1d9e-7d1b-4d9f-8f3d-2d1f1a6c0b11",
                "urn:oid:1.2.3",
                "cid:x",
                "ldap://" + theirs + "/x",
                "gopher://" + theirs + "/_GET",
                "jar:http://" + theirs + "/x!/y",
                "netdoc:///x");
    }
}
