"""Writes names.z: the names of characters in CPython 3.11 (Unicode 14.0).

Run by go generate. The file is zlib data, a line for each named code point in
order: the distance to the one before in hexadecimal if that is not 1, a byte
0x80 + how much of its beginning the name has from the one before, the rest of the
name. Names made by rule (Hangul syllables, ideographs) are left out. Lines that begin with
= are aliases: "=HEX NAME". What is printed belongs into the table ideographs.
"""
import re
import unicodedata as ud
import zlib

ALIASES = """
0:NULL,NUL 1:START OF HEADING,SOH 2:START OF TEXT,STX 3:END OF TEXT,ETX 4:END OF TRANSMISSION,EOT 5:ENQUIRY,ENQ
6:ACKNOWLEDGE,ACK 7:ALERT,BEL 8:BACKSPACE,BS 9:CHARACTER TABULATION,HORIZONTAL TABULATION,HT,TAB
A:LINE FEED,NEW LINE,END OF LINE,LF,NL,EOL B:LINE TABULATION,VERTICAL TABULATION,VT C:FORM FEED,FF D:CARRIAGE RETURN,CR
E:SHIFT OUT,LOCKING-SHIFT ONE,SO F:SHIFT IN,LOCKING-SHIFT ZERO,SI 10:DATA LINK ESCAPE,DLE 11:DEVICE CONTROL ONE,DC1
12:DEVICE CONTROL TWO,DC2 13:DEVICE CONTROL THREE,DC3 14:DEVICE CONTROL FOUR,DC4 15:NEGATIVE ACKNOWLEDGE,NAK
16:SYNCHRONOUS IDLE,SYN 17:END OF TRANSMISSION BLOCK,ETB 18:CANCEL,CAN 19:END OF MEDIUM,EOM,EM 1A:SUBSTITUTE,SUB
1B:ESCAPE,ESC 1C:INFORMATION SEPARATOR FOUR,FILE SEPARATOR,FS 1D:INFORMATION SEPARATOR THREE,GROUP SEPARATOR,GS
1E:INFORMATION SEPARATOR TWO,RECORD SEPARATOR,RS 1F:INFORMATION SEPARATOR ONE,UNIT SEPARATOR,US 20:SP 7F:DELETE,DEL
80:PADDING CHARACTER,PAD 81:HIGH OCTET PRESET,HOP 82:BREAK PERMITTED HERE,BPH 83:NO BREAK HERE,NBH 84:INDEX,IND
85:NEXT LINE,NEL 86:START OF SELECTED AREA,SSA 87:END OF SELECTED AREA,ESA
88:CHARACTER TABULATION SET,HORIZONTAL TABULATION SET,HTS
89:CHARACTER TABULATION WITH JUSTIFICATION,HORIZONTAL TABULATION WITH JUSTIFICATION,HTJ
8A:LINE TABULATION SET,VERTICAL TABULATION SET,VTS 8B:PARTIAL LINE FORWARD,PARTIAL LINE DOWN,PLD
8C:PARTIAL LINE BACKWARD,PARTIAL LINE UP,PLU 8D:REVERSE LINE FEED,REVERSE INDEX,RI 8E:SINGLE SHIFT TWO,SINGLE-SHIFT-2,SS2
8F:SINGLE SHIFT THREE,SINGLE-SHIFT-3,SS3 90:DEVICE CONTROL STRING,DCS 91:PRIVATE USE ONE,PRIVATE USE-1,PU1
92:PRIVATE USE TWO,PRIVATE USE-2,PU2 93:SET TRANSMIT STATE,STS 94:CANCEL CHARACTER,CCH 95:MESSAGE WAITING,MW
96:START OF GUARDED AREA,START OF PROTECTED AREA,SPA 97:END OF GUARDED AREA,END OF PROTECTED AREA,EPA
98:START OF STRING,SOS 99:SINGLE GRAPHIC CHARACTER INTRODUCER,SGC 9A:SINGLE CHARACTER INTRODUCER,SCI
9B:CONTROL SEQUENCE INTRODUCER,CSI 9C:STRING TERMINATOR,ST 9D:OPERATING SYSTEM COMMAND,OSC 9E:PRIVACY MESSAGE,PM
9F:APPLICATION PROGRAM COMMAND,APC A0:NBSP AD:SHY 1A2:LATIN CAPITAL LETTER GHA 1A3:LATIN SMALL LETTER GHA 34F:CGJ
61C:ALM 70F:SAM 200B:ZWSP 200C:ZWNJ 200D:ZWJ 200E:LRM 200F:RLM 202A:LRE 202B:RLE 202C:PDF 202D:LRO 202E:RLO 202F:NNBSP
205F:MMSP 2060:WJ 2066:LRI 2067:RLI 2068:FSI 2069:PDI 2118:WEIERSTRASS ELLIPTIC FUNCTION FEFF:BYTE ORDER MARK,BOM,ZWNBSP
FE00:VS1 FE01:VS2 FE0E:VS15 FE0F:VS16 E0100:VS17
"""


def main():
    lines, last, before = [], 0, ""
    for c in range(0x110000):
        name = ud.name(chr(c), "")
        if not name or name.endswith("-%04X" % c) and "IDEOGRAPH" in name or name.startswith("HANGUL SYLLABLE "):
            continue
        same = 0
        while same < 0x7F and before[:same + 1] == name[:same + 1] and same < len(name):
            same += 1
        lines.append(("%X" % (c - last) if c - last != 1 else "") + chr(0x80 + same) + name[same:])
        last, before = c, name
    for c, names in re.findall(r"(?:^|\s)([0-9A-F]+):((?:(?!\s[0-9A-F]+:)[^:])+)", ALIASES.replace("\n", " ")):
        for name in names.strip().split(","):
            try:
                known = ud.lookup(name) == chr(int(c, 16))
            except KeyError:
                known = False
            if known:
                lines.append("=%s %s" % (c, name))
            else:
                print("no alias", c, name)
    ideographs = [c for c in range(0x110000) if "IDEOGRAPH-" in ud.name(chr(c), "")]
    prefixes = {ud.name(chr(c)).rsplit("-", 1)[0] for c in ideographs}
    runs, s = [], set(ideographs)
    for c in ideographs:
        if c - 1 not in s:
            runs.append([c, c])
        runs[-1][1] = c
    print(prefixes, [(hex(a), hex(b), ud.name(chr(a))) for a, b in runs])
    with open("names.z", "wb") as f:
        f.write(zlib.compress("\n".join(lines).encode("latin-1"), 9))


main()
