# Instead of nginx's cache: keeps the site's pages for the second that they hold. Something
# else ends https. Start it with -p http_gzip_support=off: the site has compressed already.
# Put your own host name, and your ADMIN_PATH where it is another.
vcl 4.1;
import std;

backend site {
    .host = "web";
    .port = "8000";
    .probe = {
        .request = "GET /sundhed/live HTTP/1.1" "Host: forebyggelse.example.dk" "Connection: close";
        .interval = 1s;
        .threshold = 1;
        .window = 2;
    }
}

sub vcl_recv {
    # Who is signed in sees a publication at once.
    if (req.http.Cookie ~ "(^|; )__Host-session=") {
        return (pass);
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    unset req.http.Cookie;
    # Pages take no query; searches and the list of updates do.
    if (req.url !~ "^(/en)?/(soeg|opdateringer)/" && req.url !~ "^/(admin|forhaandsvis)/") {
        set req.url = regsub(req.url, "\?.*$", "");
    }
    # Of the three forms of a page, one.
    if (req.http.Accept-Encoding ~ "(^|,)\s*br\s*(,|$)") {
        set req.http.Accept-Encoding = "br";
    } elsif (req.http.Accept-Encoding ~ "(^|,)\s*gzip\s*(,|$)") {
        set req.http.Accept-Encoding = "gzip";
    } else {
        unset req.http.Accept-Encoding;
    }
    # What is over is for the hour when the site does not answer.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
}

sub vcl_backend_response {
    if (beresp.http.Cache-Control !~ "s-maxage|immutable") {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    set beresp.grace = 1d;
    set beresp.keep = 1d;
}
