package runtime

import "unicode/utf8"

func decodeObject(t *Thread, obj, enc, errs Value) (Value, error) {
	buf, err := GetBuffer(t, obj)
	if err != nil {
		return Value{}, err
	}
	defer buf.Release()
	if !utf8.Valid(buf.Bytes) {
		return Value{}, ValueErrorf("invalid text")
	}
	return NewStr(string(buf.Bytes)), nil
}
